package dev.lockstep.harness.capture;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Instant;

/**
 * Writes what one host received and sent to one interface of a pcapng file, each packet with the rows that fired: an
 * outbound packet with those that led to it, an inbound one with all that it set off.
 *
 * <p>A disk that fills up ends the recording, not the run: the failure is thrown by {@link #close}. For the thread
 * of the loop.
 */
public final class PacketCapture implements Closeable {

    private final PcapngWriter writer;
    private final int interfaceNumber;
    private final RowNotes notes;
    private long epochNanosAtZero;
    private IOException failure;
    private long packets;

    /**
     * @param writer closed with this
     * @param interfaceName as it is to be shown
     * @param snapLength bytes to keep of each packet
     * @param notes who tells which rows fired, or {@link RowNotes#NONE}
     */
    public PacketCapture(PcapngWriter writer, String interfaceName, int snapLength, RowNotes notes) throws IOException {
        this.writer = writer;
        this.interfaceNumber = writer.addInterface(interfaceName, snapLength);
        this.notes = notes;
    }

    /** @param zero the wall clock's time at the instant that the loop calls 0; without it the recording begins in 1970 */
    public void begin(Instant zero) {
        epochNanosAtZero = zero.getEpochSecond() * 1_000_000_000L + zero.getNano();
    }

    /** An event begins that is no packet: what is sent during it gets the rows from here on. */
    public void eventBegins() {
        notes.clear();
    }

    /** A packet is about to be handed to the host; {@link #handled} comes after. */
    public void arrived(MemorySegment buffer, long offset, int length, long nowNanos) {
        notes.clear();
        write(Direction.INBOUND, buffer, offset, length, nowNanos, "");
        writer.holdLast();
    }

    /** The host is done with the packet that arrived last. */
    public void handled() {
        writer.commentHeld(notes.rows());
    }

    /** The host sends a packet. */
    public void sent(MemorySegment buffer, long offset, int length, long nowNanos) {
        write(Direction.OUTBOUND, buffer, offset, length, nowNanos, notes.rows());
    }

    private void write(
            Direction direction, MemorySegment buffer, long offset, int length, long nowNanos, CharSequence rows) {
        if (failure != null) {
            return;
        }
        try {
            writer.packet(interfaceNumber, direction, epochNanosAtZero + nowNanos, buffer, offset, length, rows);
            packets++;
        } catch (IOException full) {
            failure = full;
        }
    }

    /** How many packets were written. */
    public long packets() {
        return packets;
    }

    /** @throws IOException what ended the recording early, or what closing the file says */
    @Override
    public void close() throws IOException {
        try (writer) {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
