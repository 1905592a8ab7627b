package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BuffersTest {

    private final UserText user = new UserText();

    @Test
    void text_is_found_by_its_number_across_the_wrap_of_ring_and_sequence_space() {
        SendBuffer buffer = new SendBuffer(new RingPool(8, 1));
        buffer.append(-6, text("abcdef"), 6);
        assertThat(buffer.release(-2)).isEqualTo(4);
        buffer.append(0, text("ghijkl"), 6);
        assertThat(copied(buffer, -2, 8)).isEqualTo("efghijkl");
        assertThat(buffer.room()).isZero();
    }

    @Test
    void release_of_numbers_that_are_no_text_frees_none() {
        SendBuffer buffer = new SendBuffer(new RingPool(8, 1));
        buffer.append(101, text("abc"), 3);
        assertThat(buffer.release(101)).isZero();
        assertThat(buffer.release(105)).isEqualTo(3);
        assertThat(buffer.room()).isEqualTo(8);
    }

    @Test
    void a_gap_in_the_queue_is_a_fault_of_ours() {
        SendBuffer buffer = new SendBuffer(new RingPool(8, 1));
        buffer.append(101, text("abc"), 3);
        assertThatThrownBy(() -> buffer.append(105, text("d"), 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> copied(buffer, 103, 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> copied(buffer, 100, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void text_ahead_of_a_gap_waits_in_its_place() {
        ReceiveBuffer buffer = new ReceiveBuffer(new RingPool(8, 1));
        keep(buffer, 1, "def");
        keep(buffer, -2, "abc");
        buffer.deliver(-2, 6);
        assertThat(taken(buffer, 4)).isEqualTo("abcd");
        keep(buffer, 4, "ghijkl");
        buffer.deliver(4, 6);
        assertThat(taken(buffer, 8)).isEqualTo("efghijkl");
    }

    @Test
    void unread_text_is_never_overwritten() {
        ReceiveBuffer buffer = new ReceiveBuffer(new RingPool(8, 1));
        keep(buffer, 10, "abcdef");
        buffer.deliver(10, 6);
        assertThatThrownBy(() -> keep(buffer, 16, "ghi")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> buffer.deliver(17, 1)).isInstanceOf(IllegalStateException.class);
    }

    private UserText text(String text) {
        return user.at(text.getBytes(StandardCharsets.US_ASCII), 0);
    }

    private static void keep(ReceiveBuffer buffer, int seq, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        buffer.keep(seq, MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    private static String copied(SendBuffer buffer, int seq, int length) {
        byte[] bytes = new byte[length];
        buffer.copy(seq, MemorySegment.ofArray(bytes), 0, length);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private String taken(ReceiveBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.take(user.at(bytes, 0), length);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
