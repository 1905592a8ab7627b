package dev.lockstep.harness.capture;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * One packet of a capture file.
 *
 * @param fileOffset where its block begins, in bytes, for messages about it
 * @param interfaceName the name the file gives its interface, or {@code "#n"} where it gives none
 * @param linkType what {@code bytes} begin with: see {@link LinkType}
 * @param epochNanos when, in nanoseconds since 1970; 0 where the file does not say
 * @param direction which way
 * @param bytes what was captured; not to be modified
 * @param originalLength bytes that were on the wire, at least as many as captured
 * @param comments what somebody wrote to it, row ids for instance
 */
public record CapturedPacket(
        long fileOffset,
        String interfaceName,
        int linkType,
        long epochNanos,
        Direction direction,
        byte[] bytes,
        int originalLength,
        List<String> comments) {

    /** Whether the capture cut the packet short. */
    public boolean isCut() {
        return bytes.length < originalLength;
    }

    /** The packet from its IP header on, or nothing where it is not IP or its link layer is not known here. */
    public Optional<MemorySegment> datagram() {
        int skip = LinkType.headerLength(linkType, bytes);
        return skip < 0 || skip >= bytes.length
                ? Optional.empty()
                : Optional.of(MemorySegment.ofArray(bytes).asSlice(skip).asReadOnly());
    }
}
