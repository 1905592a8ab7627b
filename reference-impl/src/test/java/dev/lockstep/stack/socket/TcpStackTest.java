package dev.lockstep.stack.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.link.Host;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.tcp.Observer;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.tcp.TcpConfig;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Timer;
import dev.lockstep.stack.trace.Notation;
import dev.lockstep.stack.wire.Ipv4Address;
import dev.lockstep.stack.wire.Ipv4Header;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpStackTest {

    private static final int US = Ipv4Address.parse("10.0.0.1");
    private static final int PEER = Ipv4Address.parse("10.0.0.2");
    private static final StackConfig CONFIG = StackConfig.of(US, new SipKey(1, 2));
    private static final TcpHandler QUIET = new TcpHandler() {};

    @Test
    void a_deadline_is_on_the_loops_clock_wherever_that_begins() {
        for (long start : new long[] {0, -5_000_000_000L, Long.MIN_VALUE / 2, 1L << 60}) {
            TcpStack stack = new TcpStack(CONFIG, PacketSink.NOWHERE);
            assertThat(stack.nextDeadlineNanos()).isEqualTo(Host.NEVER);
            stack.clock(start);
            stack.connect(PEER, 80, QUIET);
            assertThat(stack.nextDeadlineNanos()).isEqualTo(start + 1_000_000_000);
            stack.expire(start + 999_999_999);
            assertThat(stack.nextDeadlineNanos()).isEqualTo(start + 1_000_000_000);
            stack.expire(start + 1_000_000_000);
            assertThat(stack.nextDeadlineNanos()).isEqualTo(start + 3_000_000_000L);
        }
    }

    @Test
    void what_a_call_of_the_program_brings_about_is_told_when_the_loop_comes_round() {
        List<String> told = new ArrayList<>();
        TcpStack stack = new TcpStack(CONFIG, PacketSink.NOWHERE);
        stack.clock(7);
        TcpSocket socket = stack.connect(PEER, 80, new TcpHandler() {
            @Override
            public void closed(TcpSocket of) {
                told.add("closed");
            }
        });
        socket.close();
        assertThat(told).isEmpty();
        assertThat(stack.nextDeadlineNanos()).isEqualTo(7);
        stack.expire(7);
        assertThat(told).containsExactly("closed");
        assertThat(stack.nextDeadlineNanos()).isEqualTo(Host.NEVER);
    }

    @Test
    void a_link_that_answers_at_once_is_a_fault_that_is_named() {
        TcpStack[] stack = new TcpStack[1];
        stack[0] = new TcpStack(CONFIG, (buffer, offset, length) -> stack[0].packet(buffer, offset, length, 0));
        stack[0].listen(80, socket -> QUIET);
        byte[] syn = Notation.datagram("<SEQ=1><CTL=SYN>", PEER, 9, US, 80);
        assertThatThrownBy(() -> stack[0].packet(MemorySegment.ofArray(syn), 0, syn.length, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("links have to queue");
    }

    @Test
    void there_are_no_more_connections_than_allowed() {
        TcpConfig two = CONFIG.tcp().withConnections(2);
        TcpStack stack = new TcpStack(CONFIG.withTcp(two), PacketSink.NOWHERE);
        stack.connect(PEER, 80, QUIET);
        TcpSocket second = stack.connect(PEER, 80, QUIET);
        assertThatThrownBy(() -> stack.connect(PEER, 80, QUIET)).hasMessage("all 2 connections are in use");
        second.close();
        stack.connect(PEER, 80, QUIET);
    }

    @Test
    void a_pair_of_sockets_is_used_once() {
        TcpStack stack = new TcpStack(CONFIG, PacketSink.NOWHERE);
        stack.connect(PEER, 80, 1234, QUIET);
        stack.connect(PEER, 81, 1234, QUIET);
        assertThatThrownBy(() -> stack.connect(PEER, 80, 1234, QUIET)).hasMessage("no free port towards 10.0.0.2:80");
        stack.listen(7, socket -> QUIET);
        assertThatThrownBy(() -> stack.listen(7, socket -> QUIET)).hasMessage("port 7 is listened on already");
    }

    @Test
    void initial_sequence_numbers_grow_with_time_and_differ_between_peers() {
        List<String> sent = new ArrayList<>();
        TcpStack stack = new TcpStack(
                CONFIG,
                (buffer, offset, length) ->
                        sent.add(Notation.of(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE))));
        stack.clock(0);
        stack.connect(PEER, 80, 1234, QUIET).close();
        stack.clock(4_000_000_000L);
        stack.connect(PEER, 80, 1234, QUIET).close();
        stack.connect(PEER, 80, 1235, QUIET).close();
        int first = seq(sent.get(0));
        assertThat(seq(sent.get(1)) - first).isEqualTo(1_000_000);
        assertThat(Math.abs(seq(sent.get(2)) - first)).isGreaterThan(2_000_000);
    }

    @Test
    void what_is_sent_lives_as_long_as_it_is_told() {
        List<Integer> lives = new ArrayList<>();
        for (StackConfig config : List.of(CONFIG, CONFIG.withTimeToLive(1), CONFIG.withTimeToLive(255))) {
            new TcpStack(config, (buffer, offset, length) -> lives.add(Ipv4Header.timeToLive(buffer, offset)))
                    .connect(PEER, 80, QUIET);
        }
        assertThat(lives).containsExactly(64, 1, 255);
        assertThatThrownBy(() -> CONFIG.withTimeToLive(0)).hasMessage("a time to live is 1 to 255, not 0");
        assertThatThrownBy(() -> CONFIG.withTimeToLive(256)).hasMessage("a time to live is 1 to 255, not 256");
    }

    @Test
    void a_program_chooses_the_code_point_of_its_segments() {
        List<Integer> points = new ArrayList<>();
        TcpStack stack =
                new TcpStack(CONFIG, (buffer, offset, length) -> points.add(Ipv4Header.diffserv(buffer, offset)));
        stack.clock(0);
        TcpSocket swift = stack.connect(PEER, 80, 1234, 46, QUIET);
        TcpSocket other = stack.connect(PEER, 80, 1235, QUIET);
        stack.expire(1_000_000_000);
        assertThat(points).containsExactly(46, 0, 46, 0);
        swift.diffserv(10);
        other.diffserv(63);
        stack.expire(3_000_000_000L);
        assertThat(points.subList(4, 6)).containsExactly(10, 63);
        assertThatThrownBy(() -> other.diffserv(64)).hasMessage("a code point of Diffserv is 0 to 63, not 64");
    }

    /** The record is made and bound before it is told, so a bad code point has to be refused before that. */
    @Test
    void a_bad_code_point_leaves_nothing_behind() {
        TcpStack stack = new TcpStack(CONFIG, PacketSink.NOWHERE);
        assertThatThrownBy(() -> stack.connect(PEER, 80, 1234, -1, QUIET)).isInstanceOf(IllegalArgumentException.class);
        assertThat(stack.tcp().connections()).isZero();
        stack.connect(PEER, 80, 1234, QUIET);
    }

    private static int seq(String segment) {
        return Integer.parseUnsignedInt(segment.substring(5, segment.indexOf('>')));
    }

    @Test
    void an_observer_sees_each_event_from_beginning_to_end() {
        List<String> seen = new ArrayList<>();
        TcpStack stack = new TcpStack(CONFIG, PacketSink.NOWHERE, new Observer() {
            @Override
            public void arrives(Connection connection, Segment segment) {
                seen.add(connection.tcb().state + " arrives " + segment.seq);
            }

            @Override
            public void called(Connection connection, Call call, int length) {
                seen.add(connection.tcb().state + " called " + call);
            }

            @Override
            public void expired(Connection connection, Timer timer) {
                seen.add(connection.tcb().state + " expired " + timer);
            }

            @Override
            public void sent(Connection connection, int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
                seen.add("sent " + ctl);
            }

            @Override
            public void told(Connection connection, News news) {
                seen.add("told " + news);
            }

            @Override
            public void ends(Connection connection) {
                String rows = "";
                for (int i = 0; i < connection.tcb().rows.size(); i++) {
                    rows += " " + Row.values()[connection.tcb().rows.row(i)].title();
                }
                seen.add(connection.tcb().state + " after" + rows);
            }
        });
        stack.clock(0);
        stack.connect(PEER, 80, 1234, QUIET);
        stack.expire(1_000_000_000);
        byte[] reset = Notation.datagram("<SEQ=0><CTL=RST>", PEER, 80, US, 1234);
        stack.packet(MemorySegment.ofArray(reset), 0, reset.length, 1_000_000_000);
        assertThat(seen)
                .containsExactly(
                        "CLOSED called OPEN",
                        "sent 2",
                        "SYN_SENT after open-active",
                        "SYN_SENT expired RETRANSMISSION",
                        "sent 2",
                        "SYN_SENT after retransmission-goes-on newreno-collapse resend-syn",
                        "SYN_SENT arrives 0",
                        "SYN_SENT after syn-sent-rst");
    }
}
