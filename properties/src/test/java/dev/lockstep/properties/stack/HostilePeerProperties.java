package dev.lockstep.properties.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.tcp.table.Invariants;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import dev.lockstep.stack.wire.TcpOptions;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.Size;

/**
 * Whatever a peer sends and a user calls, in whatever order: nothing is thrown, so one row of each step matches, the
 * invariants hold after every event, and a record whose control block is gone has left the stack.
 */
class HostilePeerProperties {

    private static final int US = Ipv4Address.parse("10.0.0.1");
    private static final int PEER = Ipv4Address.parse("10.0.0.2");

    /**
     * A segment with numbers near those that count, or a call, or time.
     *
     * @param seq offset of SEG.SEQ from RCV.NXT
     * @param ack offset of SEG.ACK from SND.NXT
     */
    record Move(int kind, int seq, int ack, int control, int text, int window, int mss) {}

    private final byte[] bytes = new byte[3_000];
    private Connection connection;
    private TcpSocket socket;
    private long now;

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> kinds = Arbitraries.frequencyOf(
                often(30, Arbitraries.just(0)), often(15, Arbitraries.integers().between(1, 7)));
        Arbitrary<Integer> near = Arbitraries.frequencyOf(
                often(10, Arbitraries.just(0)),
                often(6, Arbitraries.integers().between(-3, 3)),
                often(2, Arbitraries.of(-1460, 1460, 2047, 2048, 2049, -2048, 1 << 30, 1 << 31)),
                often(1, Arbitraries.integers()));
        Arbitrary<Integer> controls = Arbitraries.frequencyOf(
                often(10, Arbitraries.of(16, 16, 16, 17, 18, 2, 4, 20, 24)),
                often(1, Arbitraries.integers().between(0, 63)));
        Arbitrary<Integer> texts = Arbitraries.of(0, 0, 0, 1, 2, 5, 1000, 2048);
        Arbitrary<Integer> windows = Arbitraries.of(0, 0, 1, 500, 3000, 65_535);
        Arbitrary<Integer> segmentSizes = Arbitraries.of(-1, 0, 1, 100, 1460, 65_535);
        return Combinators.combine(kinds, near, near, controls, texts, windows, segmentSizes)
                .as(Move::new)
                .list()
                .ofMaxSize(80);
    }

    private static Tuple2<Integer, Arbitrary<? extends Integer>> often(int weight, Arbitrary<Integer> numbers) {
        return Tuple.of(weight, numbers);
    }

    @Tag("by-lot")
    @Property(tries = 2_000)
    void nothingHarmsTheStack(@ForAll("moves") List<Move> moves, @ForAll boolean weOpen, @ForAll boolean accept) {
        harm(moves, weOpen, accept);
    }

    /** A verdict that another run comes to as well, for {@code ./lockstep mutate}. */
    @Property(tries = 150, seed = "9293", shrinking = ShrinkingMode.OFF)
    void nothingHarmsTheStackInRunsThatAreAlwaysTheSame(
            @ForAll("moves") List<Move> moves, @ForAll boolean weOpen, @ForAll boolean accept) {
        harm(moves, weOpen, accept);
    }

    private void harm(List<Move> moves, boolean weOpen, boolean accept) {
        connection = null;
        socket = null;
        now = 0;
        Parameters parameters = Parameters.defaults().with("RCV.BUFFER", "2048").with("RTO.MIN", "200ms");
        TcpStack stack = new TcpStack(
                StackConfig.of(US, new SipKey(3, 4)).withParameters(parameters),
                PacketSink.NOWHERE,
                new Watching(parameters));
        FiredRows.watch(stack);
        TcpHandler handler = new TcpHandler() {};
        if (weOpen) {
            socket = stack.connect(PEER, 5000, 80, handler);
        } else {
            stack.listen(80, accepted -> {
                socket = accepted;
                return handler;
            });
            if (accept) {
                segment(stack, new Move(0, 0, 0, 2, 0, 3000, 1460));
                segment(stack, new Move(0, 0, 0, 16, 0, 3000, -1));
            }
        }
        for (Move move : moves) {
            play(stack, move);
        }
        // Left alone, a connection either waits for its user or comes to an end.
        pass(stack, 3_600_000_000_000L);
        assertThat(stack.tcp().connections()).isLessThanOrEqualTo(1);
    }

    private void play(TcpStack stack, Move move) {
        switch (move.kind()) {
            case 0 -> segment(stack, move);
            case 1 -> pass(stack, Math.abs((long) move.seq()) * 1_000_000);
            case 2 -> pass(stack, 240_000_000_000L);
            case 3 -> call(() -> socket.send(bytes, 0, move.text()));
            case 4 -> call(() -> socket.receive(bytes, 0, move.text() == 0 ? bytes.length : move.text()));
            case 5 -> call(() -> socket.close());
            case 6 -> repeat(stack);
            default -> call(() -> socket.abort());
        }
    }

    /** The acknowledgement of before, as a receiver repeats it that sees a gap. */
    private void repeat(TcpStack stack) {
        if (connection != null) {
            int behind = connection.tcb().sndUna - connection.tcb().sndNxt;
            segment(stack, new Move(0, 0, behind, 16, 0, connection.tcb().sndWnd, -1));
        }
    }

    private void call(Runnable call) {
        if (socket != null) {
            call.run();
        }
    }

    private void pass(TcpStack stack, long nanos) {
        long until = now + nanos;
        for (long due = stack.nextDeadlineNanos(); due <= until; due = stack.nextDeadlineNanos()) {
            now = due;
            stack.expire(now);
        }
        now = until;
        stack.expire(now);
    }

    private void segment(TcpStack stack, Move move) {
        int seq = connection == null ? 100 : connection.tcb().rcvNxt;
        int ack = connection == null ? 300 : connection.tcb().sndNxt;
        int header = TcpHeader.LENGTH + (move.mss() < 0 ? 0 : TcpOptions.MSS_LENGTH);
        int length = header + move.text();
        MemorySegment packet = MemorySegment.ofArray(new byte[Ipv4Header.LENGTH + length]);
        int at = Ipv4Header.LENGTH;
        TcpHeader.write(
                packet, at, 5000, 80, seq + move.seq(), ack + move.ack(), header, move.control(), move.window());
        if (move.mss() >= 0) {
            TcpOptions.writeMss(packet, at + TcpHeader.LENGTH, move.mss());
        }
        TcpHeader.seal(packet, at, length, PEER, US, true);
        Ipv4Header.write(packet, 0, at + length, 1, 64, Ipv4Header.TCP, PEER, US);
        stack.packet(packet, 0, at + length, now);
    }

    @Tag("by-lot")
    @Property
    void anyBytesArePackets(@ForAll @Size(max = 120) byte[] packet) {
        TcpStack stack = listening();
        stack.packet(MemorySegment.ofArray(packet), 0, packet.length, 0);
        assertThat(stack.ip().received()).isEqualTo(1);
    }

    @Tag("by-lot")
    @Property
    void anyBytesAreSegments(@ForAll @Size(max = 100) byte[] payload, @ForAll boolean icmp, @ForAll boolean sealed) {
        TcpStack stack = listening();
        MemorySegment packet = MemorySegment.ofArray(new byte[Ipv4Header.LENGTH + payload.length]);
        MemorySegment.copy(MemorySegment.ofArray(payload), 0, packet, Ipv4Header.LENGTH, payload.length);
        if (sealed && payload.length >= TcpHeader.LENGTH) {
            packet.set(ValueLayout.JAVA_SHORT_UNALIGNED, Ipv4Header.LENGTH + 16, (short) 0);
            TcpHeader.seal(packet, Ipv4Header.LENGTH, payload.length, PEER, US, true);
        }
        int protocol = icmp ? Ipv4Header.ICMP : Ipv4Header.TCP;
        Ipv4Header.write(packet, 0, (int) packet.byteSize(), 1, 64, protocol, PEER, US);
        stack.packet(packet, 0, (int) packet.byteSize(), 0);
        assertThat(stack.tcp().received() + stack.icmp().received()).isEqualTo(1);
    }

    private static TcpStack listening() {
        TcpStack stack = new TcpStack(StackConfig.of(US, new SipKey(3, 4)), PacketSink.NOWHERE);
        stack.listen(80, accepted -> new TcpHandler() {});
        return stack;
    }

    /** Follows the connection on port 80 and checks it after each event. */
    private final class Watching implements Observer {

        private final Parameters parameters;

        Watching(Parameters parameters) {
            this.parameters = parameters;
        }

        @Override
        public void ends(Connection of) {
            if (of.localPort() == 80) {
                connection = of;
            }
            assertThat(Invariants.violated(of.tcb(), parameters)).isNull();
            if (of.tcb().state == State.CLOSED) {
                assertThat(of.tcb().retransmissionArmed
                                || of.tcb().persistArmed
                                || of.tcb().timeWaitArmed
                                || of.tcb().keepAliveArmed)
                        .isFalse();
            }
        }
    }
}
