package dev.lockstep.harness.mutate;

/**
 * A fate and its cause.
 *
 * @param by who found it or what became of it: {@code L203}, {@code open: s5-counted}
 */
record Judgement(Fate fate, String by) {}
