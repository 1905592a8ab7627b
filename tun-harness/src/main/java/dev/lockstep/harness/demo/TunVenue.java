package dev.lockstep.harness.demo;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.harness.capture.PcapngWriter;
import dev.lockstep.harness.run.LadderRecorder;
import dev.lockstep.harness.run.Recorder;
import dev.lockstep.harness.run.RunReport;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.harness.run.StackLoop;
import dev.lockstep.harness.target.Curl;
import dev.lockstep.harness.target.HttpFetch;
import dev.lockstep.harness.target.JdkHttpClient;
import dev.lockstep.harness.target.KernelHttpServer;
import dev.lockstep.harness.target.SeededFile;
import dev.lockstep.harness.target.Transfer;
import dev.lockstep.harness.tun.Cidr;
import dev.lockstep.harness.tun.LoopOptions;
import dev.lockstep.harness.tun.Sysctl;
import dev.lockstep.harness.tun.TunDevice;
import dev.lockstep.harness.tun.TunOptions;
import dev.lockstep.stack.app.FolderSource;
import dev.lockstep.stack.app.HttpFileServer;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.tcp.Connection;
import dev.lockstep.stack.wire.Ipv4Address;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The stack behind a TUN device, with ordinary programs on the kernel's TCP at the other end. Needs a network namespace of
 * this process's own.
 */
final class TunVenue implements Venue {

    private static final String DEVICE = "demo0";
    private static final Cidr KERNEL = Cidr.parse("10.77.0.1/24");
    private static final String STACK = "10.77.0.2";
    private static final int WEB = 80;
    private static final int CLOSED = 81;
    private static final int KERNEL_WEB = 8080;
    /** Bytes kept of each packet: the text is known. */
    static final int HEADERS = 96;

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofMillis(300);

    /** Behind the title of a ladder. */
    static final String TIMES = "; times in ms";

    private final HttpFetch client = client();
    private final long seed;
    private final boolean recorded;

    TunVenue(long seed, boolean recorded) {
        this.seed = seed;
        this.recorded = recorded;
    }

    private static HttpFetch client() {
        try {
            return Curl.find();
        } catch (EnvironmentException none) {
            return new JdkHttpClient();
        }
    }

    @Override
    public String description() {
        return "stack " + STACK + " on TUN, the kernel's TCP at "
                + KERNEL.address().getHostAddress();
    }

    @Override
    public void check() {
        TunDevice.open(TunOptions.named(DEVICE)).close();
    }

    @Override
    public Run run(Conditions conditions, SeededFile file, Path capture) throws IOException, InterruptedException {
        var recorder = new Recorder();
        var served = new LadderRecorder(recorder.conversations(), client.name(), TunVenue::isServed);
        var fetched = new LadderRecorder(recorder.conversations(), "kernel", TunVenue::isFetched);
        recorder.watch(served);
        recorder.watch(fetched);
        List<Leg> legs;
        List<String> remarks;
        StackLoop stack;
        StackConfig config = Settings.config(Ipv4Address.parse(STACK), KERNEL.prefix(), conditions.settings(), seed);
        try (var events = EventsFile.beside(capture, recorded, seed)) {
            events.of("stack", config).ifPresent(recorder::watch);
            stack = start(conditions, recorder, config, capture);
            try (stack) {
                legs = List.of(serve(stack, recorder, file), fetch(stack, recorder, file));
                remarks = conditions.impairments().isEmpty() ? manners() : List.of();
                sayFarewell(stack, served, fetched);
            }
        }
        if (stack.failure().isDone()) {
            throw new IllegalStateException(
                    "the stack has broken", stack.failure().join());
        }
        return new Run(
                conditions,
                legs,
                remarks,
                RunReport.of(stack, recorder),
                List.of(
                        served.ladder(
                                "The stack serves a file to " + client.name() + ", " + conditions.title() + TIMES),
                        fetched.ladder("The stack fetches a file from the kernel, " + conditions.title() + TIMES)));
    }

    private static boolean isServed(Connection connection) {
        return connection.localPort() == WEB;
    }

    private static boolean isFetched(Connection connection) {
        return connection.remotePort() == KERNEL_WEB;
    }

    private StackLoop start(Conditions conditions, Recorder recorder, StackConfig config, Path capture)
            throws IOException {
        TunDevice device = TunDevice.open(TunOptions.named(DEVICE));
        try {
            Sysctl.quietIpv6(DEVICE);
            device.up(KERNEL);
            LoopOptions link = LoopOptions.PLAIN
                    .withImpairments(conditions.impairments(), seed)
                    .withCapture(new PacketCapture(PcapngWriter.create(capture), DEVICE, HEADERS, recorder.notes()));
            return new StackLoop(device, link, config, recorder.clock(), recorder.observer());
        } catch (IOException | RuntimeException refused) {
            device.close();
            throw refused;
        }
    }

    private Leg serve(StackLoop stack, Recorder recorder, SeededFile file) throws IOException, InterruptedException {
        var server =
                new HttpFileServer(new FolderSource(file.path().toAbsolutePath().getParent()));
        var before = stack.ask(running -> {
            running.listen(WEB, server);
            return recorder.conversations().totals();
        });
        Transfer transfer =
                client.get(URI.create("http://" + STACK + "/" + file.path().getFileName()), LIMIT);
        var after = stack.ask(running -> recorder.conversations().totals());
        return Leg.of("serves " + client.name(), transfer, before, after);
    }

    private Leg fetch(StackLoop stack, Recorder recorder, SeededFile file) throws IOException, InterruptedException {
        var address = new InetSocketAddress(KERNEL.address(), KERNEL_WEB);
        try (var server = KernelHttpServer.start(address, file.path())) {
            var received = new Received();
            var before = stack.ask(running -> {
                var fetch = new dev.lockstep.stack.app.HttpFetch(
                        KERNEL.address().getHostAddress(), server.fileUri().getPath(), received);
                running.connect(Ipv4Address.parse(KERNEL.address().getHostAddress()), KERNEL_WEB, fetch);
                return recorder.conversations().totals();
            });
            Transfer transfer = received.await(LIMIT);
            var after = stack.ask(running -> recorder.conversations().totals());
            return Leg.of("fetches from the JDK's server", transfer, before, after);
        }
    }

    /** What a host does besides: it answers a ping, and tells at once that nobody listens on a port. */
    private static List<String> manners() throws IOException {
        InetAddress stack = InetAddress.ofLiteral(STACK);
        long start = System.nanoTime();
        boolean answered = stack.isReachable((int) PATIENCE.toMillis());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        String ping = answered
                ? String.format(Locale.ROOT, "answers a ping in %.1f ms", milliseconds)
                : "does NOT answer a ping";
        return List.of(ping + ", " + closedPort(stack));
    }

    private static String closedPort(InetAddress stack) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(stack, CLOSED), (int) PATIENCE.toMillis());
            return "accepts a connection that nobody LISTENS for";
        } catch (ConnectException refused) {
            return "refuses a connection to a closed port";
        } catch (SocketTimeoutException silent) {
            return "does NOT answer for a closed port";
        }
    }

    /** Lets the connections close before the link goes, so that the drawings show it. */
    private static void sayFarewell(StackLoop stack, LadderRecorder... drawn) throws InterruptedException {
        long until = System.nanoTime() + FAREWELL.toNanos();
        while (System.nanoTime() < until && !stack.ask(running -> settled(drawn))) {
            Thread.sleep(5);
        }
    }

    private static boolean settled(LadderRecorder... drawn) {
        for (LadderRecorder one : drawn) {
            if (!one.isSettled()) {
                return false;
            }
        }
        return true;
    }
}
