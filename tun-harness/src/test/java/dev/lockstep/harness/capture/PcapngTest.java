package dev.lockstep.harness.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class PcapngTest {

    private static final long NOON = 1_735_732_800_123_456_789L; // 2025-01-01 12:00:00.123456789 UTC

    private static MemorySegment packet(String text) {
        return MemorySegment.ofArray(text.getBytes(US_ASCII));
    }

    static List<CapturedPacket> readAll(byte[] file) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        try (CaptureReader reader = new PcapngReader("test.pcapng", new ByteArrayInputStream(file))) {
            for (var packet = reader.next(); packet.isPresent(); packet = reader.next()) {
                packets.add(packet.get());
            }
        }
        return packets;
    }

    private static String text(CapturedPacket packet) {
        return new String(packet.bytes(), US_ASCII);
    }

    @Test
    void packetsKeepTimeDirectionAndComment() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new PcapngWriter(file)) {
            int lockstep = writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            int other = writer.addInterface("other", 4);
            writer.packet(lockstep, Direction.INBOUND, NOON, packet("<<abcde>>"), 2, 5, "seq-ok ack-new");
            writer.packet(lockstep, Direction.OUTBOUND, NOON + 1, packet("xyz"), 0, 3, "");
            writer.packet(
                    other, Direction.UNKNOWN, NOON + 2, packet("cut after four"), 0, 14, "\u00a7 3.10.7.4 \u2713");
        }

        List<CapturedPacket> packets = readAll(file.toByteArray());

        assertThat(packets).extracting(PcapngTest::text).containsExactly("abcde", "xyz", "cut ");
        assertThat(packets).extracting(CapturedPacket::epochNanos).containsExactly(NOON, NOON + 1, NOON + 2);
        assertThat(packets)
                .extracting(CapturedPacket::direction)
                .containsExactly(Direction.INBOUND, Direction.OUTBOUND, Direction.UNKNOWN);
        assertThat(packets)
                .extracting(CapturedPacket::comments)
                .containsExactly(List.of("seq-ok ack-new"), List.of(), List.of("\u00a7 3.10.7.4 \u2713"));
        assertThat(packets)
                .extracting(CapturedPacket::interfaceName)
                .containsExactly("lockstep0", "lockstep0", "other");
        assertThat(packets).extracting(CapturedPacket::originalLength).containsExactly(5, 3, 14);
        assertThat(packets).extracting(CapturedPacket::isCut).containsExactly(false, false, true);
        assertThat(packets).allMatch(packet -> packet.linkType() == LinkType.RAW);
    }

    /** Byte by byte, against the format's text: what our reader would forgive, others would not. */
    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new PcapngWriter(file)) {
            writer.addInterface("if", 96);
            writer.packet(0, Direction.OUTBOUND, 0x1122334455667788L, packet("abcde"), 0, 5, "r1");
        }

        assertThat(HexFormat.of().formatHex(file.toByteArray()))
                .isEqualTo(
                        // section header: type, length 44, magic, version 1.0, length unknown, userappl, end, length
                        "0a0d0d0a" + "2c000000" + "4d3c2b1a" + "01000000" + "ffffffffffffffff"
                                + "04000800" + "6c6f636b73746570" + "00000000" + "2c000000"
                                // interface: type, length 40, link type 101, snap length, name, resolution, end, length
                                + "01000000" + "28000000" + "65000000" + "60000000"
                                + "02000200" + "69660000" + "09000100" + "09000000" + "00000000" + "28000000"
                                // packet: type, length, interface, time high, low, captured, original, bytes, flags
                                + "06000000" + "3c000000" + "00000000" + "44332211" + "88776655"
                                + "05000000" + "05000000" + "6162636465000000"
                                + "02000400" + "02000000" + "01000200" + "72310000" + "00000000" + "3c000000");
    }

    @Test
    void aCommentMayComeAfterLaterPackets() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new PcapngWriter(file)) {
            writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            writer.packet(0, Direction.INBOUND, 1, packet("in"), 0, 2, "");
            writer.holdLast();
            writer.packet(0, Direction.OUTBOUND, 2, packet("out"), 0, 3, "ack-new");
            writer.packet(0, Direction.OUTBOUND, 3, packet("more"), 0, 4, "");
            writer.commentHeld("seq-ok ack-new data-ok");
            writer.packet(0, Direction.INBOUND, 4, packet("next"), 0, 4, "");
            writer.holdLast();
            writer.commentHeld("");
        }

        List<CapturedPacket> packets = readAll(file.toByteArray());

        assertThat(packets).extracting(PcapngTest::text).containsExactly("in", "out", "more", "next");
        assertThat(packets)
                .extracting(CapturedPacket::comments)
                .containsExactly(List.of("seq-ok ack-new data-ok"), List.of("ack-new"), List.of(), List.of());
    }

    @Test
    void manyPacketsInOneEventKeepTheHeldOneOpenAsLongAsThereIsRoom() throws IOException {
        var file = new ByteArrayOutputStream();
        MemorySegment large = MemorySegment.ofArray(new byte[60_000]);
        int packets = 0;
        try (var writer = new PcapngWriter(file)) {
            writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            for (int event = 0; event < 20; event++) {
                writer.packet(0, Direction.INBOUND, event, large, 0, 1000 + event, "");
                writer.holdLast();
                for (int i = 0; i < event / 3; i++, packets++) {
                    writer.packet(0, Direction.OUTBOUND, event, large, 0, 60_000, "");
                }
                writer.commentHeld("x".repeat(2 * PcapngWriter.LONGEST_COMMENT));
                packets++;
            }
        }

        List<CapturedPacket> read = readAll(file.toByteArray());

        assertThat(read).hasSize(packets);
        assertThat(read.stream().filter(packet -> packet.direction() == Direction.INBOUND))
                .allSatisfy(packet -> assertThat(
                                packet.comments().isEmpty()
                                        ? PcapngWriter.LONGEST_COMMENT
                                        : packet.comments().getFirst().length())
                        .isEqualTo(PcapngWriter.LONGEST_COMMENT));
        assertThat(read.subList(0, 10))
                .filteredOn(p -> p.direction() == Direction.INBOUND)
                .allMatch(p -> !p.comments().isEmpty());
    }

    @Test
    void aLongCommentIsCutBetweenCharacters() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new PcapngWriter(file)) {
            writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            writer.packet(0, Direction.INBOUND, 1, packet("a"), 0, 1, "\u2713".repeat(PcapngWriter.LONGEST_COMMENT));
        }

        String comment = readAll(file.toByteArray()).getFirst().comments().getFirst();

        assertThat(comment).matches("\u2713+").hasSize(PcapngWriter.LONGEST_COMMENT / 3);
    }

    @Test
    void flushMakesTheFileReadable() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new PcapngWriter(file)) {
            writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            writer.packet(0, Direction.INBOUND, 1, packet("a"), 0, 1, "");
            assertThat(file.size()).isZero();
            writer.flush();
            assertThat(readAll(file.toByteArray())).hasSize(1);
        }
    }

    @Test
    void aFullDiskEndsTheRecordingAndIsToldAtTheEnd() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var capture = new PacketCapture(new PcapngWriter(full), "lockstep0", PcapngWriter.WHOLE, RowNotes.NONE);
        MemorySegment packet = MemorySegment.ofArray(new byte[60_000]);
        for (int i = 0; i < 10; i++) {
            capture.sent(packet, 0, 60_000, i);
        }

        IOException told = org.assertj.core.api.Assertions.catchThrowableOfType(IOException.class, capture::close);

        assertThat(told).hasMessage("No space left on device");
        assertThat(capture.packets()).isLessThan(10);
    }

    /** The reference reader, where it is installed. */
    @Test
    void tsharkReadsTheSame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.pcapng");
        byte[] ping = HexFormat.of().parseHex("4500001c000100004001f6dcc0000202c00002010800f7f700070001");
        try (var writer = PcapngWriter.create(file)) {
            writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            writer.packet(0, Direction.OUTBOUND, NOON, MemorySegment.ofArray(ping), 0, ping.length, "echo/request");
        }
        String answer;
        try {
            Process tshark = new ProcessBuilder(
                            "tshark",
                            "-r",
                            file.toString(),
                            "-T",
                            "fields",
                            "-e",
                            "frame.interface_name",
                            "-e",
                            "frame.time_epoch",
                            "-e",
                            "ip.dst",
                            "-e",
                            "icmp.type",
                            "-e",
                            "frame.comment")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answer = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            tshark.waitFor();
        } catch (IOException missing) {
            assumeTrue(false, "NOT RUN: tshark is not installed (package tshark)");
            return;
        }

        assertThat(answer.split("\t"))
                .containsExactly("lockstep0", "1735732800.123456789", "192.0.2.1", "8", "echo/request");
        assertThat(Files.size(file)).isPositive();
    }
}
