package dev.lockstep.harness.ladder;

/** A variable that an event changed: {@code SND.UNA 6 -> 7}. */
public record Change(String variable, String before, String after) {}
