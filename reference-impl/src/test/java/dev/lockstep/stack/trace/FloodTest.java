package dev.lockstep.stack.trace;

import static dev.lockstep.stack.trace.Conversation.PEER;
import static dev.lockstep.stack.trace.Conversation.US;
import static dev.lockstep.stack.trace.Conversation.established;
import static dev.lockstep.stack.trace.Conversation.listening;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lockstep.stack.tcp.TcpDrop;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** SYNs without end from sockets that never answer: what a listener spends on them has a limit. */
class FloodTest {

    private static final int BACKLOG = 16;

    private static byte[] syn(int port) {
        return Notation.datagram("<SEQ=7><CTL=SYN>", PEER, port, US, 80);
    }

    private static void flood(Conversation conversation, int first, int count) {
        for (int port = first; port < first + count; port++) {
            conversation.in(syn(port));
        }
    }

    private static long dropped(Conversation conversation, TcpDrop why) {
        return conversation.stack.tcp().dropped(why);
    }

    @Test
    void beyond_the_backlog_a_syn_is_dropped_in_silence_and_counted() {
        Conversation conversation = listening(config -> config.withBacklog(BACKLOG));
        flood(conversation, 10_000, BACKLOG);
        conversation.ignore();
        flood(conversation, 20_000, 1_000);
        conversation.silent();
        assertThat(conversation.listener.pending()).isEqualTo(BACKLOG);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(BACKLOG);
        assertThat(dropped(conversation, TcpDrop.BACKLOG)).isEqualTo(1_000);
    }

    /** The drop comes before anything is kept. */
    @Test
    void a_syn_that_is_dropped_costs_no_memory() {
        Conversation conversation = listening(config -> config.withBacklog(BACKLOG));
        flood(conversation, 10_000, BACKLOG);
        conversation.ignore();
        byte[][] syns = new byte[64][];
        for (int i = 0; i < syns.length; i++) {
            syns[i] = syn(20_000 + i);
        }
        MemorySegment[] packets = new MemorySegment[syns.length];
        for (int i = 0; i < syns.length; i++) {
            packets[i] = MemorySegment.ofArray(syns[i]);
        }
        deliver(conversation, packets, 200);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        deliver(conversation, packets, 2_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes for 128,000 SYNs").isLessThan(10_000);
        assertThat(dropped(conversation, TcpDrop.BACKLOG)).isEqualTo(64 * 2_200);
    }

    private static void deliver(Conversation conversation, MemorySegment[] packets, int times) {
        for (int round = 0; round < times; round++) {
            for (MemorySegment packet : packets) {
                conversation.stack.packet(packet, 0, (int) packet.byteSize(), 1_000_000_000L);
            }
        }
    }

    /** A peer that answers with a reset makes room, and so does giving up, after all retransmissions. */
    @Test
    void there_is_room_again_when_a_half_open_connection_is_over() {
        Conversation conversation = listening(config -> config.withBacklog(BACKLOG));
        flood(conversation, 10_000, BACKLOG);
        conversation
                .ignore()
                .in(Notation.datagram("<SEQ=8><CTL=RST>", PEER, 10_003, US, 80))
                .in("<SEQ=100><CTL=SYN>")
                .out("<SEQ=300><ACK=101><CTL=SYN,ACK>")
                .in("<SEQ=101><ACK=301><CTL=ACK>")
                .told("connected");
        conversation.in(syn(30_000)).out("<ACK=8><CTL=SYN,ACK>").in(syn(30_001)).silent();
        conversation.later(10 * 60_000).ignore();
        assertThat(conversation.listener.pending()).isZero();
        conversation.in(syn(30_001)).out("<ACK=8><CTL=SYN,ACK>");
    }

    /** Neither open connections nor other listeners have a part in it. */
    @Test
    void a_flood_disturbs_nobody_else() {
        Conversation conversation = established(config -> config.withBacklog(BACKLOG));
        conversation.stack.listen(81, socket -> null);
        flood(conversation, 10_000, 1_000);
        conversation
                .ignore()
                .in("<SEQ=101><ACK=301><CTL=ACK><TEXT=hello>")
                .out("<SEQ=301><ACK=106>")
                .told("readable")
                .in(Notation.datagram("<SEQ=7><CTL=SYN>", PEER, 9, US, 81))
                .out("<ACK=8><CTL=SYN,ACK>");
    }

    @Test
    void all_connections_together_have_a_limit() {
        Conversation conversation =
                listening(config -> config.withConnections(8).withBacklog(BACKLOG));
        flood(conversation, 10_000, 100);
        assertThat(conversation.stack.tcp().connections()).isEqualTo(8);
        assertThat(dropped(conversation, TcpDrop.NO_RECORD)).isEqualTo(92);
        assertThat(dropped(conversation, TcpDrop.BACKLOG)).isZero();
    }
}
