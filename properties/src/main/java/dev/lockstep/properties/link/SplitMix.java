package dev.lockstep.properties.link;

/**
 * A seeded source of chance: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
 *
 * <p>Written out here since a seed has to mean the same in every JDK, and the library's generators promise that only
 * for {@link java.util.Random}, whose low bits are poor.
 */
public final class SplitMix {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    public SplitMix(long seed) {
        state = seed;
    }

    /**
     * A generator of its own for one purpose, so that more draws for one do not shift the draws of another.
     *
     * @param purpose any text; the same seed and text give the same generator
     */
    public static SplitMix of(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed + GOLDEN * (purpose.charAt(i) + 1L));
        }
        return new SplitMix(mixed);
    }

    /** All 64 bits. */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** @param bound exclusive, positive */
    public long below(long bound) {
        return Math.unsignedMultiplyHigh(next(), bound); // the bias is below 2^-30 for bounds below 2^34
    }

    /** True with that probability. */
    public boolean chance(double probability) {
        return (next() >>> 11) * 0x1.0p-53 < probability;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
