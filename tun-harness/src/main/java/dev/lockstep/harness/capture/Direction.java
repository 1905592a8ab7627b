package dev.lockstep.harness.capture;

/** Which way a packet went, seen from the stack; the low two bits of {@code epb_flags}. */
public enum Direction {
    /** The file does not say. */
    UNKNOWN,
    /** To the stack. */
    INBOUND,
    /** From the stack. */
    OUTBOUND;

    int flag() {
        return ordinal();
    }

    static Direction ofFlags(int epbFlags) {
        return switch (epbFlags & 3) {
            case 1 -> INBOUND;
            case 2 -> OUTBOUND;
            default -> UNKNOWN;
        };
    }
}
