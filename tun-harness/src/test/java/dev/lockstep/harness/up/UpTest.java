package dev.lockstep.harness.up;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.capture.CaptureReader;
import dev.lockstep.harness.cli.Lockstep;
import dev.lockstep.harness.tun.InterfaceControl;
import dev.lockstep.harness.tun.NeedsTun;
import dev.lockstep.harness.tun.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole verb, as a program of its own, used through the kernel's sockets and ended by signals. */
@NeedsTun
class UpTest {

    private static final InetAddress STACK = InetAddress.ofLiteral("10.77.0.2");
    private static final InetAddress KERNEL = InetAddress.ofLiteral("10.77.0.1");

    @TempDir
    private Path folder;

    private NetworkNamespace namespace;
    private Process up;

    @BeforeEach
    void enter() {
        namespace = NetworkNamespace.create("up");
    }

    @AfterEach
    void leave() {
        if (up != null) {
            up.destroyForcibly();
        }
        namespace.close();
    }

    private <T> T inside(Callable<T> task) throws Exception {
        return namespace.call(task);
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void start(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dlockstep.home=" + System.getProperty("lockstep.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Lockstep.class.getName(),
                "up",
                "--tun",
                "lockstep0",
                "--address",
                "10.77.0.2/24"));
        command.addAll(List.of(options));
        up = inside(() -> new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start());
    }

    private void awaitLine(String text) throws Exception {
        for (int i = 0; i < 600 && up.isAlive() && !Files.readString(log()).contains(text); i++) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(log())).contains(text);
    }

    /** Whether the interface is there. */
    private boolean isUp() throws Exception {
        return inside(() -> {
            try (InterfaceControl control = new InterfaceControl()) {
                return control.exists("lockstep0");
            }
        });
    }

    private String ask(int port, String text) throws Exception {
        return inside(() -> {
            try (Socket socket = new Socket(STACK, port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(text.getBytes(US_ASCII));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), US_ASCII);
            }
        });
    }

    @Test
    void servesUntilASignalComesAndLeavesNothingBehind() throws Exception {
        Path recording = folder.resolve("run.pcapng");
        Files.writeString(folder.resolve("hello.txt"), "hello");
        start(
                "--serve",
                "echo",
                "--serve",
                "http",
                folder.toString(),
                "--port",
                "8080",
                "--pcap",
                recording.toString(),
                "--trace");
        awaitLine("Ctrl-C ends it");

        assertThat(inside(() -> STACK.isReachable(5_000))).as("ping").isTrue();
        assertThat(ask(7, "there and back")).isEqualTo("there and back");
        assertThat(ask(8080, "GET /hello.txt HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("hello");
        assertThatThrownBy(() -> ask(81, ""))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("refused");
        assertManyConnections(50);

        long asked = System.nanoTime();
        up.destroy(); // SIGTERM
        assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isZero();
        assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(3)); // a second, on a free machine
        assertThat(isUp()).isFalse();
        assertThat(Files.readString(log()))
                .contains("LISTEN -> SYN-RECEIVED")
                .contains("rows listen-syn")
                .contains("closed-no-ack")
                .contains("52 connections, ")
                .contains(" rows fired");
        assertReadable(recording);
    }

    private void assertManyConnections(int count) throws Exception {
        inside(() -> {
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < count; i++) {
                    sockets.add(new Socket(STACK, 7));
                }
                for (int i = 0; i < count; i++) {
                    sockets.get(i).getOutputStream().write(i);
                }
                for (int i = 0; i < count; i++) {
                    sockets.get(i).setSoTimeout(10_000);
                    assertThat(sockets.get(i).getInputStream().read()).isEqualTo(i);
                }
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
            return null;
        });
    }

    private static void assertReadable(Path recording) throws IOException {
        int packets = 0;
        try (CaptureReader reader = CaptureReader.open(recording)) {
            while (reader.next().isPresent()) {
                packets++;
            }
        }
        assertThat(packets).isGreaterThan(400);
    }

    @Test
    void connectsAndSendsWhatItReads() throws Exception {
        start("--connect", "10.77.0.1:9000", "--impair", "delay=300ms");
        for (int i = 0; i < 600 && !isUp(); i++) {
            Thread.sleep(20);
        }
        try (ServerSocket server = inside(() -> {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            bind(listening);
            return listening;
        })) {
            try (OutputStream input = up.getOutputStream()) {
                input.write("a line\n".getBytes(US_ASCII));
            }
            server.setSoTimeout(10_000);
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream()) {
                assertThat(new String(in.readAllBytes(), US_ASCII)).isEqualTo("a line\n");
                socket.getOutputStream().write("an answer\n".getBytes(US_ASCII));
            }
        }
        assertThat(up.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).as(Files.readString(log())).isZero();
        assertThat(Files.readString(log())).contains("an answer\n").contains("7 B out");
        assertThat(isUp()).isFalse();
    }

    /** The kernel's address is there a moment after the interface is. */
    private static void bind(ServerSocket listening) throws Exception {
        for (int i = 0; ; i++) {
            try {
                listening.bind(new InetSocketAddress(KERNEL, 9000));
                return;
            } catch (IOException notYet) {
                if (i == 200) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }

    @Test
    void aRefusedConnectionIsExitCodeOne() throws Exception {
        start("--connect", "10.77.0.1:9001");
        assertThat(up.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(Files.readString(log())).contains("lockstep: error: 10.77.0.1:9001: connection refused");
    }

    @Test
    void anInterfaceThatExistsIsLeftAlone() throws Exception {
        start();
        awaitLine("Ctrl-C ends it");
        Process first = up;
        try {
            start();
            assertThat(up.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(2);
            // The network is taken too, which is found first.
            assertThat(Files.readString(log())).contains("overlaps one that lockstep0 leads to");
            assertThat(isUp()).isTrue();
        } finally {
            first.destroy();
            first.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
