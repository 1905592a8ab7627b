package dev.lockstep.stack.tcp;

/**
 * A secret of 128 bits, and SipHash-2-4 under it: a hash of which nobody without the secret can foretell or collide
 * values.
 *
 * <p>Injected, since the core has no randomness of its own: a real stack takes it from the system's source at start
 * and tells nobody, a simulated one from its seed.
 */
public record SipKey(long k0, long k1) {

    private static final int ROUNDS = 2;
    private static final int FINAL_ROUNDS = 4;

    /** The last block of a message of eight bytes: its length, on top. */
    private static final long LAST = 8L << 56;

    /** The hash of one word, eight bytes. */
    public long hash(long word) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L ^ word;
        for (int round = 0; round < 2 * ROUNDS + FINAL_ROUNDS; round++) {
            if (round == ROUNDS) {
                v0 ^= word;
                v3 ^= LAST;
            } else if (round == 2 * ROUNDS) {
                v0 ^= LAST;
                v2 ^= 0xff;
            }
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** Says nothing: a secret that is printed is none. */
    @Override
    public String toString() {
        return "SipKey[secret]";
    }
}
