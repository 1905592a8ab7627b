package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;

/**
 * How the model's sequence numbers, modulo a power of two, stand for Java's, modulo 2^32. Both count alike from
 * {@code origin} on, half the modulus either way, so that Java's differences are the model's.
 *
 * @param modulus divides 2^32
 * @param origin Java's number for the middle of where the model counts: a little ahead of an initial sequence number
 */
record Numbering(int modulus, int origin) {
    Numbering {
        if (Integer.bitCount(modulus) != 1) {
            throw new IllegalArgumentException("a modulus that does not divide 2^32: " + modulus);
        }
    }

    /**
     * The numbering in which the model's {@code number} is one of the many Java numbers that are congruent to it. An end counts
     * up from its initial number, and only forged segments go a little below it.
     */
    static Numbering from(int number, int modulus, int anywhere) {
        return new Numbering(modulus, (anywhere & -modulus) + number + modulus / 4);
    }

    int java(int number) {
        int half = modulus / 2;
        return origin + Math.floorMod(number - origin + half, modulus) - half;
    }

    /**
     * The model's number; a number that is only congruent stays visible as Java's. Zero is what a variable or field holds that
     * nothing was assigned to yet.
     */
    TlaValue model(int java) {
        int number = java & (modulus - 1);
        return java == 0 || java(number) == java
                ? new TlaValue.Int(number)
                : new TlaValue.Atom(
                        Integer.toUnsignedString(java) + " (far from " + Integer.toUnsignedString(origin) + ")");
    }

    /** What one end counts with: its own numbers, and those of the other one. */
    record Pair(Numbering own, Numbering peer) {
        Pair swapped() {
            return new Pair(peer, own);
        }
    }
}
