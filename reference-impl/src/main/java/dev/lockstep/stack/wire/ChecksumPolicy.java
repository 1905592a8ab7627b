package dev.lockstep.stack.wire;

/**
 * Who looks after the checksums of TCP segments: the stack, or the link below it.
 *
 * <p>A link that carries offload marks (a virtio-net header, say) has verified what it hands up, or never had a
 * checksum to verify, and completes what it sends. Summing such a segment again costs a third of the throughput.
 * IP header checksums are always the stack's: they cover 20 bytes.
 *
 * @param verify whether the checksum of an arriving segment is looked at (RFC 9293 MUST-3 requires it, of stack or
 *     link)
 * @param complete whether a segment that leaves carries its whole checksum; otherwise the field holds the sum of
 *     the pseudo-header alone, uncomplemented, for the link to complete
 */
public record ChecksumPolicy(boolean verify, boolean complete) {

    /** The stack verifies and computes everything: for links that know nothing of checksums. */
    public static final ChecksumPolicy SOFTWARE = new ChecksumPolicy(true, true);

    /** The link has verified what arrives and completes what leaves. */
    public static final ChecksumPolicy OFFLOADED = new ChecksumPolicy(false, false);
}
