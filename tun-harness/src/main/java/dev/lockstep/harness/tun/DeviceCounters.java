package dev.lockstep.harness.tun;

/**
 * What one queue of a device did. Written by the thread that owns the queue, without synchronisation: another thread
 * asks for a {@link #snapshot} through the owner.
 */
public final class DeviceCounters {

    long reads;
    long readBytes;
    long emptyReads;
    long writes;
    long writtenBytes;
    long rejected;
    long dropped;
    long polls;
    long wakeups;

    DeviceCounters() {}

    /**
     * @param reads packets read
     * @param readBytes bytes of the datagrams read
     * @param emptyReads reads that found nothing: one system call each
     * @param writes packets that the kernel took
     * @param writtenBytes bytes of the datagrams it took
     * @param rejected packets that the kernel would not take for IP
     * @param dropped packets that met a full queue or an interface that was down
     * @param polls waits begun
     * @param wakeups waits ended by another thread
     */
    public record Snapshot(
            long reads,
            long readBytes,
            long emptyReads,
            long writes,
            long writtenBytes,
            long rejected,
            long dropped,
            long polls,
            long wakeups) {

        /** System calls that these figures stand for. */
        public long systemCalls() {
            return reads + emptyReads + writes + rejected + dropped + polls + wakeups;
        }
    }

    public Snapshot snapshot() {
        return new Snapshot(reads, readBytes, emptyReads, writes, writtenBytes, rejected, dropped, polls, wakeups);
    }
}
