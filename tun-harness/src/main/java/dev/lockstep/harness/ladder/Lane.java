package dev.lockstep.harness.ladder;

/**
 * One end of the conversation.
 *
 * @param name heads the column: {@code A}, {@code Linux}
 * @param state where it stands before the first event: {@code LISTEN}; empty when nobody knows
 */
public record Lane(String name, String state) {}
