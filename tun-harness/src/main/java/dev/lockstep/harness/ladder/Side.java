package dev.lockstep.harness.ladder;

/** One of the two rails of a ladder. */
public enum Side {
    LEFT,
    RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
