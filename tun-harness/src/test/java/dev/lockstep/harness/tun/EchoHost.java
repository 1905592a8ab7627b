package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import java.lang.foreign.MemorySegment;

/**
 * A host without a stack: it answers ICMP echo requests (RFC 792) and sends UDP datagrams back (RFC 768), over IPv4,
 * whatever address they are for. All it does is swap ends, which leaves every checksum but ICMP's right.
 */
class EchoHost implements Host {

    private static final int ICMP = 1;
    private static final int UDP = 17;

    private final PacketSink out;
    private final MemorySegment answer = MemorySegment.ofArray(new byte[0x10000]);

    /** For tests that want a timer: expires once, then never. */
    long deadline = NEVER;

    long packets;
    long expiries;

    EchoHost(PacketSink out) {
        this.out = out;
    }

    @Override
    public void packet(MemorySegment buffer, long offset, int length, long nowNanos) {
        packets++;
        if (length < 28 || (buffer.get(JAVA_BYTE, offset) >> 4) != 4) {
            return;
        }
        MemorySegment.copy(buffer, offset, answer, 0, length);
        int header = (answer.get(JAVA_BYTE, 0) & 0xf) * 4;
        swapInts(12, 16);
        switch (answer.get(JAVA_BYTE, 9)) {
            case ICMP -> {
                if (answer.get(JAVA_BYTE, header) != 8) {
                    return;
                }
                answer.set(JAVA_BYTE, header, (byte) 0);
                // The sum fell by 8 in a high byte, so its complement grows by as much, with the carry around.
                int sum = (Short.reverseBytes(answer.get(JAVA_SHORT_UNALIGNED, header + 2L)) & 0xffff) + 0x0800;
                sum = (sum & 0xffff) + (sum >>> 16);
                answer.set(JAVA_SHORT_UNALIGNED, header + 2L, Short.reverseBytes((short) sum));
            }
            case UDP -> {
                short from = answer.get(JAVA_SHORT_UNALIGNED, header);
                answer.set(JAVA_SHORT_UNALIGNED, header, answer.get(JAVA_SHORT_UNALIGNED, header + 2L));
                answer.set(JAVA_SHORT_UNALIGNED, header + 2L, from);
            }
            default -> {
                return;
            }
        }
        out.packet(answer, 0, length);
    }

    private void swapInts(long one, long other) {
        int kept = answer.get(JAVA_INT_UNALIGNED, one);
        answer.set(JAVA_INT_UNALIGNED, one, answer.get(JAVA_INT_UNALIGNED, other));
        answer.set(JAVA_INT_UNALIGNED, other, kept);
    }

    @Override
    public long nextDeadlineNanos() {
        return deadline;
    }

    @Override
    public void expire(long nowNanos) {
        if (deadline <= nowNanos) {
            expiries++;
            deadline = NEVER;
        }
    }
}
