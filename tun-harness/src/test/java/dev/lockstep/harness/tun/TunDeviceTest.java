package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import dev.lockstep.stack.link.PacketSink;
import dev.lockstep.stack.wire.Ipv4Header;
import dev.lockstep.stack.wire.TcpHeader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.EnumSet;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsTun
class TunDeviceTest {

    /** An echo request from 192.0.2.2 to 192.0.2.1, identifier 7, sequence 1. */
    private static final MemorySegment PING = MemorySegment.ofArray(HexFormat.of()
            .parseHex("4500001c00010000" + "4001f6dc" + "c0000202" + "c0000201" + "0800f7f7" + "00070001"));

    private NetworkNamespace namespace;

    @BeforeEach
    void enter() {
        namespace = NetworkNamespace.create("test");
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    private TunDevice up(TunOptions options) throws Exception {
        return namespace.call(() -> {
            TunDevice device = TunDevice.open(options);
            device.up(Cidr.parse("192.0.2.1/24"));
            return device;
        });
    }

    /** Skips what the kernel says of its own accord (IPv6 neighbours and multicast), and gives the next IPv4 packet. */
    private static byte[] nextIpv4(TunDevice device) {
        int length = device.read();
        while (length > 0 && (device.buffer().get(JAVA_BYTE, device.offset()) >> 4) != 4) {
            length = device.read();
        }
        return device.buffer().asSlice(device.offset(), length).toArray(JAVA_BYTE);
    }

    @Test
    void theKernelsAnswerIsThereWhenTheWriteReturns() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0"))) {
            device.packet(PING, 0, (int) PING.byteSize());

            byte[] reply = nextIpv4(device);

            assertThat(HexFormat.of().formatHex(reply, 12, 28))
                    .isEqualTo("c0000201" + "c0000202" + "0000fff7" + "00070001");
            assertThat(nextIpv4(device)).as("and nothing after it").isEmpty();
        }
    }

    @Test
    void whatTheKernelSendsIsReadWhole() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0"))) {
            namespace.call(() -> {
                try (DatagramSocket socket = new DatagramSocket()) {
                    byte[] text = "hello, stack".getBytes(US_ASCII);
                    socket.send(new DatagramPacket(text, text.length, InetAddress.ofLiteral("192.0.2.9"), 4711));
                    return null;
                }
            });

            assertThat(device.await(1_000_000_000L)).isTrue();
            byte[] datagram = nextIpv4(device);

            assertThat(datagram).hasSize(20 + 8 + 12);
            assertThat(new String(datagram, 28, 12, US_ASCII)).isEqualTo("hello, stack");
        }
    }

    @Test
    void aVnetHeaderIsSkippedAndPutBefore() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0").withVnetHeader())) {
            device.packet(PING, 0, (int) PING.byteSize());

            assertThat(nextIpv4(device)).hasSize(28);
            assertThat(VnetHeader.gsoType(device.buffer(), 0)).isEqualTo(VnetHeader.GSO_NONE);
            assertThat(device.counters().snapshot().writtenBytes()).isEqualTo(28);
        }
    }

    @Test
    void offloadsAreGranted() throws Exception {
        try (TunDevice device =
                up(TunOptions.named("lockstep0").withOffloads(EnumSet.allOf(TunOptions.Offload.class)))) {
            assertThat(device.options().vnetHeader()).isTrue();
        }
    }

    /** Three segments' worth of text to a port where nobody listens: the kernel's RST acknowledges all of it at once. */
    @Test
    void aSuperSegmentIsTakenAsOneSegment() throws Exception {
        int text = 3_000;
        int length = 20 + 20 + text;
        try (TunDevice device = up(TunOptions.named("lockstep0").withVnetHeader());
                Arena arena = Arena.ofConfined()) {
            MemorySegment frame = arena.allocate(VnetHeader.LENGTH + length, 8);
            long ip = VnetHeader.LENGTH;
            long tcp = ip + 20;
            int from = 0xc0000202;
            int to = 0xc0000201;
            VnetHeader.putTcpSuperSegment(frame, 0, VnetHeader.GSO_TCPV4, 40, 1_000, 20);
            Ipv4Header.write(frame, ip, length, 1, 64, Ipv4Header.TCP, from, to);
            TcpHeader.write(frame, tcp, 4711, 9, 1_000_000, 0, 20, 0x08, 65_535);
            TcpHeader.seal(frame, tcp, 20 + text, from, to, false);

            device.framed(frame, 0, VnetHeader.LENGTH + length);

            MemorySegment reset = MemorySegment.ofArray(nextIpv4(device));
            assertThat(TcpHeader.control(reset, 20)).as("RST,ACK").isEqualTo(0x14);
            assertThat(TcpHeader.ack(reset, 20)).isEqualTo(1_000_000 + text);
            assertThat(nextIpv4(device)).as("and nothing after it").isEmpty();
        }
    }

    @Test
    void queuesAreAddedWhereAskedFor() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep%d").withMultiQueue());
                TunDevice second = namespace.call(device::openQueue)) {
            assertThat(second.name()).isEqualTo(device.name()).isEqualTo("lockstep0");
        }
        try (TunDevice single = up(TunOptions.named("single"))) {
            assertThat(catchThrowableOfType(InputException.class, single::openQueue))
                    .hasMessage("interface single: it was made with one queue");
        }
    }

    @Test
    void mtuAndQueueLengthAreSet() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0").withMtu(9000).withTxQueueLength(2500))) {
            int mtu = namespace.call(
                    () -> NetworkInterface.getByName(device.name()).getMTU());
            assertThat(mtu).isEqualTo(9000);
            for (int i = 0; i < 2400; i++) {
                device.packet(PING, 0, (int) PING.byteSize());
            }
            int answers = 0;
            while (nextIpv4(device).length > 0) {
                answers++;
            }
            assertThat(answers)
                    .as("more than the 500 that the kernel keeps by default")
                    .isEqualTo(2400);
        }
    }

    @Test
    void whatIsNotIpIsCountedAndDropped() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0"))) {
            device.packet(MemorySegment.ofArray(new byte[40]), 0, 40);

            assertThat(device.counters().snapshot().rejected()).isEqualTo(1);
        }
    }

    @Test
    void whatMeetsAnInterfaceThatIsDownIsCountedAndDropped() throws Exception {
        try (TunDevice device = namespace.call(() -> TunDevice.open(TunOptions.named("lockstep0")))) {
            device.packet(PING, 0, (int) PING.byteSize());

            assertThat(device.counters().snapshot().dropped()).isEqualTo(1);
        }
    }

    @Test
    void anotherThreadEndsAWait() throws Exception {
        try (TunDevice device = namespace.call(() -> TunDevice.open(TunOptions.named("lockstep0")))) {
            Thread waker = Thread.ofPlatform().start(device::wake);

            boolean readable = device.await(Long.MAX_VALUE);

            waker.join();
            assertThat(readable).isFalse();
            assertThat(device.counters().snapshot().wakeups()).isEqualTo(1);
        }
    }

    @Test
    void aWaitEndsInTime() throws Exception {
        try (TunDevice device = namespace.call(() -> TunDevice.open(TunOptions.named("lockstep0")))) {
            long start = System.nanoTime();

            assertThat(device.await(20_000_000)).isFalse();

            assertThat(System.nanoTime() - start).isBetween(20_000_000L, 2_000_000_000L);
        }
    }

    @Test
    void aTakenNameIsRefused() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0"))) {
            var taken = catchThrowableOfType(
                    InputException.class, () -> namespace.call(() -> TunDevice.open(TunOptions.named(device.name()))));

            assertThat(taken)
                    .hasMessage("interface lockstep0: an interface of this name exists already,"
                            + " or another program holds it");
            assertThat(taken.fix()).isEqualTo("choose another name; ip link shows those that are taken");
        }
    }

    @Test
    void theInterfaceGoesWithItsLastQueue() throws Exception {
        up(TunOptions.named("lockstep0")).close();

        assertThat(namespace.call(() -> NetworkInterface.getByName("lockstep0")))
                .isNull();
    }

    @Test
    void anInterfaceThatIsTakenAwayIsToldOf() throws Exception {
        try (TunDevice device = up(TunOptions.named("lockstep0"))) {
            namespace.call(() -> {
                try (RouteNetlink netlink = new RouteNetlink();
                        InterfaceControl control = new InterfaceControl()) {
                    netlink.delete(control.index("lockstep0"));
                    return null;
                }
            });

            var lost = catchThrowableOfType(EnvironmentException.class, () -> {
                device.await(1_000_000_000L);
                device.read();
            });
            assertThat(lost).hasMessageStartingWith("interface lockstep0: reading failed: EBADFD");
            assertThat(catchThrowableOfType(EnvironmentException.class, () -> write(device)))
                    .hasMessageStartingWith("interface lockstep0: writing failed: EBADFD");
        }
    }

    @Test
    void lateCallsOfAClosedDeviceDoNoHarm() throws Exception {
        TunDevice device = up(TunOptions.named("lockstep0"));
        device.close();

        device.close();
        device.wake();

        assertThat(catchThrowableOfType(IllegalStateException.class, device::read))
                .isNotNull();
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> write(device)))
                .isNotNull();
    }

    private static void write(PacketSink sink) {
        sink.packet(PING, 0, (int) PING.byteSize());
    }
}
