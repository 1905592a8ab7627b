package dev.lockstep.stack.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.kit.FiredRows;
import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.Listener;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.tcp.TcpConfig;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A stack, a peer that a test plays by hand, and a virtual clock: a test reads like a packet trace.
 *
 * <p>The stack is 10.0.0.1 and starts at sequence number 300; the peer is 10.0.0.2, port 5000. What the peer sends is
 * acknowledged when its batch is over, and not delayed unless a test says so.
 */
public final class Conversation {

    public static final int US = Ipv4Address.parse("10.0.0.1");
    public static final int PEER = Ipv4Address.parse("10.0.0.2");
    public static final int PEER_PORT = 5000;
    public static final int ISS = 300;

    /** The stack itself, for what this vocabulary has no word for. */
    public final TcpStack stack;

    /** Who listens, if we do. */
    public Listener listener;

    /** Our side's socket, as soon as there is one. */
    public TcpSocket socket;

    private final int port;
    private final Deque<String> sent = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private long now = 1_000_000_000L;

    private Conversation(int port, UnaryOperator<TcpConfig> config) {
        this.port = port;
        StackConfig defaults = StackConfig.of(US, new SipKey(1, 2));
        TcpConfig batched = with("DELAY.ACK", "batched").apply(defaults.tcp());
        TcpConfig tcp = config.apply(batched.withInitialSequence((local, remote, ports, nowNanos) -> ISS));
        this.stack = new TcpStack(
                defaults.withTcp(tcp),
                (buffer, offset, length) -> sent(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE)));
        stack.clock(now);
        FiredRows.watch(stack);
    }

    /** A stack that listens on port 80. */
    public static Conversation listening() {
        return listening(config -> config);
    }

    public static Conversation listening(UnaryOperator<TcpConfig> config) {
        Conversation conversation = new Conversation(80, config);
        conversation.listener = conversation.stack.listen(80, socket -> conversation.use(socket));
        return conversation;
    }

    /** A stack that connects from port 49152. */
    public static Conversation connecting() {
        return connecting(config -> config);
    }

    public static Conversation connecting(UnaryOperator<TcpConfig> config) {
        Conversation conversation = new Conversation(49_152, config);
        conversation.socket = conversation.stack.connect(PEER, PEER_PORT, 49_152, conversation.new Noting());
        return conversation;
    }

    /** A connection that the peer opened, its sequence numbers starting at 100, its MSS 1000. */
    public static Conversation established() {
        return established(config -> config);
    }

    public static Conversation established(UnaryOperator<TcpConfig> config) {
        return listening(config)
                .in("<SEQ=100><CTL=SYN><MSS=1000>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected")
                .silent();
    }

    /** Parameters of the tables changed by name, as {@code RTO.MIN} and {@code 200ms}. */
    public static UnaryOperator<TcpConfig> with(String name, String value) {
        return config -> {
            Parameters changed = config.parameters().with(name, value);
            return config.withParameters(changed);
        };
    }

    /** The peer sends a segment. */
    public Conversation in(String segment) {
        return in(Notation.datagram(segment, PEER, PEER_PORT, US, port));
    }

    /** The peer sends a datagram. */
    public Conversation in(byte[] datagram) {
        return arrive(datagram).batchEnd();
    }

    /** The peer's segment is here, and more may have come together with it, until {@link #batchEnd}. */
    public Conversation arrive(String segment) {
        return arrive(Notation.datagram(segment, PEER, PEER_PORT, US, port));
    }

    private Conversation arrive(byte[] datagram) {
        stack.packet(MemorySegment.ofArray(datagram), 0, datagram.length, now);
        return this;
    }

    /** The link has handed over all that came together. */
    public Conversation batchEnd() {
        stack.batchEnd(now);
        return this;
    }

    /** Whatever leaves comes from us and carries the checksum that the other side will expect. */
    private void sent(byte[] datagram) {
        MemorySegment packet = MemorySegment.ofArray(datagram);
        int length = datagram.length - Ipv4Header.LENGTH;
        assertThat(Ipv4Header.source(packet, 0)).as("source").isEqualTo(US);
        assertThat(TcpHeader.checksumRight(packet, Ipv4Header.LENGTH, length, US, Ipv4Header.destination(packet, 0)))
                .as("checksum")
                .isTrue();
        sent.add(Notation.of(datagram));
    }

    /** The stack has sent a segment with these fields, whatever its others are; {@code <OPT=>} says that it has none of the kind. */
    public Conversation out(String expected) {
        assertThat(sent).as("segments sent").isNotEmpty();
        Map<String, String> actual = Notation.fields(sent.remove());
        Map<String, String> wanted = Notation.fields(expected);
        wanted.forEach((field, value) -> {
            if (value.isEmpty()) {
                actual.putIfAbsent(field, "");
            }
        });
        assertThat(actual).containsAllEntriesOf(wanted);
        return this;
    }

    /** The stack may have sent anything. */
    public Conversation ignore() {
        sent.clear();
        return this;
    }

    /** The stack has sent nothing more. */
    public Conversation silent() {
        assertThat(sent).as("segments sent").isEmpty();
        return this;
    }

    /** The user was told this, and nothing else, since the last time somebody asked. */
    public Conversation told(String... news) {
        // What calls of the test itself brought about is told as soon as the loop comes round.
        later(0);
        assertThat(told).containsExactly(news);
        told.clear();
        return this;
    }

    /** Time passes, and with it the timers that are due, each at its instant. */
    public Conversation later(long milliseconds) {
        long until = now + milliseconds * 1_000_000;
        for (long due = stack.nextDeadlineNanos(); due <= until; due = stack.nextDeadlineNanos()) {
            now = due;
            stack.expire(now);
        }
        now = until;
        stack.clock(now);
        return this;
    }

    /** No timer is armed. */
    public Conversation idle() {
        assertThat(stack.nextDeadlineNanos()).isEqualTo(Host.NEVER);
        return this;
    }

    public Conversation send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(socket.send(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return this;
    }

    public Conversation sendUrgent(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(socket.sendUrgent(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return this;
    }

    public Conversation send(int length) {
        assertThat(socket.send(new byte[length], 0, length)).isEqualTo(length);
        return this;
    }

    /** Exactly this can be received. */
    public Conversation receive(String expected) {
        byte[] bytes = new byte[65_536];
        int length = socket.receive(bytes, 0, bytes.length);
        assertThat(new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII))
                .isEqualTo(expected);
        return this;
    }

    public Conversation close() {
        socket.close();
        return this;
    }

    public Conversation userTimeout(long milliseconds) {
        socket.userTimeout(milliseconds);
        return this;
    }

    public Conversation keepAlive(boolean on) {
        socket.keepAlive(on);
        return this;
    }

    public Conversation abort() {
        socket.abort();
        return this;
    }

    private TcpHandler use(TcpSocket accepted) {
        socket = accepted;
        return new Noting();
    }

    /** Notes what the user is told. */
    private final class Noting implements TcpHandler {

        @Override
        public void connected(TcpSocket of) {
            told.add("connected");
        }

        @Override
        public void readable(TcpSocket of) {
            told.add("readable");
        }

        @Override
        public void writable(TcpSocket of) {
            told.add("writable");
        }

        @Override
        public void trouble(TcpSocket of) {
            told.add("trouble");
        }

        @Override
        public void urgent(TcpSocket of) {
            told.add("urgent");
        }

        @Override
        public void peerClosed(TcpSocket of) {
            told.add("peer-closed");
        }

        @Override
        public void closed(TcpSocket of) {
            told.add("closed");
        }

        @Override
        public void reset(TcpSocket of) {
            told.add("reset");
        }

        @Override
        public void refused(TcpSocket of) {
            told.add("refused");
        }

        @Override
        public void timedOut(TcpSocket of) {
            told.add("timed-out");
        }
    }
}
