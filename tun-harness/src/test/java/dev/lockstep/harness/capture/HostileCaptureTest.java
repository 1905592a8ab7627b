package dev.lockstep.harness.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.harness.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and foreign files: a packet too few or a message with the place, never a crash or a hang. */
class HostileCaptureTest {

    private static final String SECTION = "0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000";
    private static final String RAW_INTERFACE = "01000000 14000000 6500 0000 00000000 14000000";

    private static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
    }

    private static InputException refused(String... hex) {
        return catchThrowableOfType(InputException.class, () -> PcapngTest.readAll(bytes(hex)));
    }

    @Test
    void noFileAtAll() {
        assertThat(refused("")).hasMessage("test.pcapng:0x0: the file is empty");
        assertThat(refused("0a0d0d")).hasMessageContaining("ends inside the block");
        assertThat(refused("ffffffff ffffffff")).hasMessageContaining("this is no pcapng file");
        assertThat(refused("0a0d0d0a 1c000000 00000000"))
                .hasMessage("test.pcapng:0x8: the byte-order magic is neither 1a2b3c4d nor 4d3c2b1a");
    }

    @Test
    void lengthsThatCannotBe() {
        assertThat(refused("0a0d0d0a 0c000000 4d3c2b1a")).hasMessageContaining("0x4: the block's length is 12");
        assertThat(refused(SECTION, "01000000 ffffffff"))
                .hasMessageContaining("0x20: the block's length is 4294967295");
        assertThat(refused(SECTION, "01000000 0d000000")).hasMessageContaining("the block's length is 13");
        assertThat(refused(SECTION, "01000000 00000000")).hasMessageContaining("the block's length is 0");
        assertThat(refused(SECTION, "01000000 14000000 6500 0000 00000000 18000000"))
                .hasMessage("test.pcapng:0x2c: the block's length is 20 before it and 24 after it");
        assertThat(refused(SECTION, RAW_INTERFACE, "06000000 20000000 00000000"))
                .hasMessageContaining("0x30: the file ends inside the block that begins here");
    }

    @Test
    void fieldsThatReachBeyondTheirBlock() {
        assertThat(refused(
                        SECTION,
                        RAW_INTERFACE,
                        "06000000 20000000 00000000 0000000000000000 ffffffff 04000000 20000000"))
                .hasMessageContaining("the captured length is 4294967295, but only 0 bytes are left");
        assertThat(refused(SECTION, "06000000 20000000 00000000 0000000000000000 00000000 00000000 20000000"))
                .hasMessageContaining("the packet is of interface 0, but only 0 are described");
        assertThat(refused(SECTION, "01000000 18000000 6500 0000 00000000 0200 ff00 18000000"))
                .hasMessageContaining("option 2 needs 255 bytes, but only 0 are left");
        assertThat(refused(SECTION, "01000000 0c000000 0c000000")).hasMessageContaining("link type needs 2 bytes");
    }

    @Test
    void everyMessageNamesAFix() {
        assertThat(refused("").fix()).contains("editcap");
        assertThat(refused("").exitCode()).isEqualTo(2);
    }

    @Test
    void bigEndianMicrosecondsAndSimpleAndOldPacketsAreRead() throws IOException {
        List<CapturedPacket> packets = PcapngTest.readAll(bytes(
                "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c",
                "00000001 00000014 0001 0000 00000003 00000014", // Ethernet, at most three bytes
                "00000bad 00000010 01020304 00000010", // some other program's own block
                "00000006 00000028 00000000 00000000 000f4241 00000002 00000005 aabb0000 00000000 00000028",
                "00000003 00000014 00000009 ccddee00 00000014", // simple: nine bytes on the wire
                "00000002 00000024 0000 0001 00000000 00000002 00000001 00000001 ff000000 00000024")); // old

        assertThat(packets)
                .extracting(packet -> HexFormat.of().formatHex(packet.bytes()))
                .containsExactly("aabb", "ccddee", "ff");
        assertThat(packets).extracting(CapturedPacket::epochNanos).containsExactly(1_000_001_000L, 0L, 2_000L);
        assertThat(packets).extracting(CapturedPacket::originalLength).containsExactly(5, 9, 1);
        assertThat(packets)
                .allMatch(packet -> packet.linkType() == LinkType.ETHERNET
                        && packet.interfaceName().equals("#0"));
    }

    @Test
    void aSecondSectionHasInterfacesOfItsOwn() {
        assertThat(refused(
                        SECTION,
                        RAW_INTERFACE,
                        SECTION,
                        "06000000 20000000 00000000 0000000000000000 00000000 00000000 20000000"))
                .hasMessageContaining("the packet is of interface 0, but only 0 are described");
    }

    @Test
    void timesOfEveryResolution() {
        assertThat(new TimeUnits(6, 0).toEpochNanos(1_500_000)).isEqualTo(1_500_000_000L);
        assertThat(new TimeUnits(9, 0).toEpochNanos(123)).isEqualTo(123);
        assertThat(new TimeUnits(0, 5).toEpochNanos(2)).isEqualTo(7_000_000_000L);
        assertThat(new TimeUnits(12, 0).toEpochNanos(1_234_567)).isEqualTo(1_234);
        assertThat(new TimeUnits(0x80 | 10, 0).toEpochNanos(1536)).isEqualTo(1_500_000_000L);
        assertThat(new TimeUnits(0x80 | 64, 0).toEpochNanos(1L << 63)).isEqualTo(500_000_000L);
        assertThat(new TimeUnits(0, 0).toEpochNanos(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimeUnits(0, 0).toEpochNanos(-1)).isEqualTo(Long.MAX_VALUE);
    }

    @Property(tries = 2_000)
    void anyDamageToAGoodFileIsReadOrRefused(
            @ForAll @IntRange(max = 400) int at, @ForAll byte value, @ForAll @IntRange(max = 500) int cutTo)
            throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new PcapngWriter(file)) {
            writer.addInterface("lockstep0", PcapngWriter.WHOLE);
            for (int i = 0; i < 3; i++) {
                writer.packet(0, Direction.INBOUND, i, MemorySegment.ofArray(new byte[40]), 0, 40, "row");
            }
        }
        byte[] damaged = java.util.Arrays.copyOf(file.toByteArray(), Math.min(file.size(), Math.max(1, cutTo)));
        damaged[at % damaged.length] = value;

        try {
            assertThat(PcapngTest.readAll(damaged)).hasSizeLessThanOrEqualTo(3);
        } catch (InputException refused) {
            assertThat(refused).hasMessageStartingWith("test.pcapng:0x");
        }
    }

    @Property(tries = 2_000)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 300) byte[] anything, @ForAll boolean classic)
            throws IOException {
        byte[] head = classic
                ? bytes("d4c3b2a1 0200 0400 00000000 00000000 ffff0000 65000000")
                : bytes(SECTION, RAW_INTERFACE);
        byte[] file = java.util.Arrays.copyOf(head, head.length + anything.length);
        System.arraycopy(anything, 0, file, head.length, anything.length);
        try (CaptureReader reader = classic
                ? new PcapReader("any", new ByteArrayInputStream(file))
                : new PcapngReader("any", new ByteArrayInputStream(file))) {
            while (reader.next().isPresent()) {}
        } catch (InputException refused) {
            assertThat(refused).hasMessageStartingWith("any:0x");
        }
    }

    @Test
    void classicFilesAreReadInEitherOrder(@TempDir Path folder) throws IOException {
        Path little = folder.resolve("little.pcap");
        Files.write(
                little,
                bytes(
                        "d4c3b2a1 0200 0400 00000000 00000000 00000400 65000000",
                        "01000000 02000000 02000000 03000000 aabb"));
        Path big = folder.resolve("big.pcap");
        Files.write(
                big,
                bytes(
                        "a1b23c4d 0002 0004 00000000 00000000 00040000 00000001",
                        "00000001 00000002 00000002 00000002 ccdd"));

        try (CaptureReader one = CaptureReader.open(little);
                CaptureReader other = CaptureReader.open(big)) {
            CapturedPacket first = one.next().orElseThrow();
            assertThat(first.epochNanos()).isEqualTo(1_000_002_000L);
            assertThat(first.bytes()).containsExactly(0xaa, 0xbb);
            assertThat(first.isCut()).isTrue();
            assertThat(first.linkType()).isEqualTo(LinkType.RAW);
            assertThat(one.next()).isEmpty();
            CapturedPacket second = other.next().orElseThrow();
            assertThat(second.epochNanos()).isEqualTo(1_000_000_002L);
            assertThat(second.linkType()).isEqualTo(LinkType.ETHERNET);
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no capture");

        var refused = catchThrowableOfType(InputException.class, () -> CaptureReader.open(text));

        assertThat(refused).hasMessage(text + ": neither a pcapng nor a pcap file");
        assertThat(refused.fix()).contains("tcpdump");
    }

    @Test
    void theIpHeaderIsFoundBehindEachKnownLinkLayer() {
        assertThat(LinkType.headerLength(LinkType.RAW, bytes("45"))).isZero();
        assertThat(LinkType.headerLength(LinkType.NULL, bytes("02000000 45"))).isEqualTo(4);
        assertThat(LinkType.headerLength(LinkType.ETHERNET, bytes("ffffffffffff 010203040506 0800 45")))
                .isEqualTo(14);
        assertThat(LinkType.headerLength(LinkType.ETHERNET, bytes("ffffffffffff 010203040506 8100 0001 86dd 60")))
                .isEqualTo(18);
        assertThat(LinkType.headerLength(LinkType.ETHERNET, bytes("ffffffffffff 010203040506 0806 00")))
                .isEqualTo(-1);
        assertThat(LinkType.headerLength(LinkType.ETHERNET, bytes("ffffffffffff 01")))
                .isEqualTo(-1);
        assertThat(LinkType.headerLength(LinkType.LINUX_SLL, bytes("0000000000000000000000000000 0800 45")))
                .isEqualTo(16);
        assertThat(LinkType.headerLength(LinkType.LINUX_SLL2, bytes("86dd 000000000000000000000000000000000000 60")))
                .isEqualTo(20);
        assertThat(LinkType.headerLength(147, bytes("45"))).isEqualTo(-1);
    }
}
