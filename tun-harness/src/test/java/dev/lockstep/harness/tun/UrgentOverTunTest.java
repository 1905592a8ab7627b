package dev.lockstep.harness.tun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.wire.Ipv4Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Urgent text from the kernel and to it: both sides have to mean the same byte (RFC 6093). */
@NeedsTun
class UrgentOverTunTest {

    private static final int OURS = Ipv4Address.parse("192.0.2.2");
    private static final int LIMIT_SECONDS = 20;

    private NetworkNamespace namespace;
    private TcpStack stack;

    @BeforeEach
    void enter() {
        namespace = NetworkNamespace.create("urgent");
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    private TunLoop serve(TcpHandler program) throws Exception {
        TunDevice device = namespace.call(() -> {
            TunDevice opened = TunDevice.open(TunOptions.named("lockstep0"));
            Sysctl.makeRepeatable(opened.name());
            opened.up(Cidr.parse("192.0.2.1/24"));
            return opened;
        });
        TunLoop loop = TunLoop.start(
                device,
                LoopOptions.PLAIN,
                out -> stack = new TcpStack(StackConfig.of(OURS, new SipKey(1, 2)), out, null));
        loop.submit(() -> {
                    stack.clock(loop.nowNanos());
                    return stack.listen(9, socket -> program);
                })
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return loop;
    }

    private Socket connected() throws Exception {
        Socket socket = namespace.call(() -> {
            Socket fresh = new Socket();
            fresh.connect(new InetSocketAddress("192.0.2.2", 9), LIMIT_SECONDS * 1_000);
            return fresh;
        });
        socket.setSoTimeout(LIMIT_SECONDS * 1_000);
        return socket;
    }

    /** A program of the kernel that does not ask for urgent text in its place loses the last byte of it, and no other. */
    @Test
    void theKernelFindsOurUrgentByte() throws Exception {
        var program = new TcpHandler() {
            @Override
            public void connected(TcpSocket socket) {
                socket.send(ascii("abc"), 0, 3);
                socket.sendUrgent(ascii("d!"), 0, 2);
                socket.send(ascii("ef"), 0, 2);
                socket.close();
            }
        };
        try (TunLoop _ = serve(program);
                Socket socket = connected()) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("abcdef");
        }
    }

    @Test
    void weFindTheKernelsUrgentByte() throws Exception {
        var end = new CompletableFuture<Integer>();
        var text = new CompletableFuture<String>();
        var program = new TcpHandler() {
            private final StringBuilder read = new StringBuilder();

            @Override
            public void urgent(TcpSocket socket) {
                end.complete(read.length() + socket.urgent());
            }

            @Override
            public void readable(TcpSocket socket) {
                byte[] bytes = new byte[100];
                int length = socket.receive(bytes, 0, bytes.length);
                read.append(new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII));
            }

            @Override
            public void peerClosed(TcpSocket socket) {
                text.complete(read.toString());
            }
        };
        try (TunLoop _ = serve(program);
                Socket socket = connected()) {
            socket.getOutputStream().write(ascii("abc"));
            socket.sendUrgentData('!');
            socket.getOutputStream().write(ascii("def"));
            socket.shutdownOutput();

            assertThat(text.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("abc!def");
            assertThat(end.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("abc!".length());
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
