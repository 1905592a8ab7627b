/**
 * Bytes on the wire: the Internet checksum and the headers of IPv4, ICMP and TCP.
 *
 * <p>Flyweights: static functions over a {@link java.lang.foreign.MemorySegment} and the offset at which a header
 * begins; nothing is copied into objects and nothing is allocated. Ports, lengths and checksums are returned as
 * {@code int} in {@code 0..65535}; addresses and sequence numbers as the {@code int} with the same 32 bits.
 *
 * <p>Readers trust nothing: whoever calls an accessor has compared the header's fixed length with the bytes that
 * really came, and every length a header claims is compared again before it is used. No sequence of bytes makes a
 * reader throw.
 */
package dev.lockstep.stack.wire;
