package dev.lockstep.harness.up;

import dev.lockstep.harness.InputException;
import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.harness.capture.PcapngWriter;
import dev.lockstep.harness.run.ConnectionLog;
import dev.lockstep.harness.run.Recorder;
import dev.lockstep.harness.run.RunReport;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.harness.run.StackLoop;
import dev.lockstep.harness.run.Trace;
import dev.lockstep.harness.tun.LoopOptions;
import dev.lockstep.harness.tun.Sysctl;
import dev.lockstep.harness.tun.TunDevice;
import dev.lockstep.harness.tun.TunOptions;
import dev.lockstep.properties.record.RunFile;
import dev.lockstep.stack.app.Chargen;
import dev.lockstep.stack.app.Discard;
import dev.lockstep.stack.app.Echo;
import dev.lockstep.stack.app.FolderSource;
import dev.lockstep.stack.app.HttpFileServer;
import dev.lockstep.stack.socket.Service;
import dev.lockstep.stack.socket.StackConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the stack on an interface of its own until a signal comes or the last {@code --connect} is over. */
public final class Up {

    private final UpOptions options;
    private final InputStream in;
    private final OutputStream received;
    private final Consumer<String> log;

    /**
     * @param in what clients send
     * @param received where what clients receive is written
     * @param log takes lines about what happens
     */
    public Up(UpOptions options, InputStream in, OutputStream received, PrintWriter log) {
        this.options = options;
        this.in = in;
        this.received = received;
        this.log = line -> {
            log.println(line);
            log.flush();
        };
    }

    /** @return whether everything went well: no connection of ours failed, and the stack did not break */
    public boolean run() throws IOException, InterruptedException {
        HostRoutes.refuseOverlap(options.subnet());
        StackConfig config = Settings.forLink(
                options.mtu(),
                Subnet.number(options.subnet().stack()),
                options.subnet().prefix(),
                options.settings());
        try (var ending = new Ending();
                RunFile events = options.record().isPresent()
                        ? RunFile.create(options.record().get(), options.seed())
                        : null) {
            boolean good = runUntil(ending, config, events);
            ending.exitCode(good ? 0 : 1);
            return good;
        }
    }

    private boolean runUntil(Ending ending, StackConfig config, RunFile events)
            throws IOException, InterruptedException {
        Recorder recorder = recorder();
        if (events != null) {
            recorder.watch(events.end("stack", config.tcp().parameters()));
        }
        List<Client> clients = new ArrayList<>();
        StackLoop stack = start(config, recorder);
        try (stack) {
            stack.failure().thenAccept(thrown -> ending.ask());
            options.offers().forEach(offer -> listen(stack, offer));
            log.accept(Greeting.of(options));
            options.targets().forEach(target -> clients.add(connect(stack, target)));
            if (!clients.isEmpty()) {
                Input.feed(in, stack, clients);
                endWith(clients, ending);
            }
            ending.await();
        }
        log.accept(RunReport.of(stack, recorder).summary());
        clients.forEach(client -> client.failure().ifPresent(why -> log.accept("lockstep: error: " + why)));
        if (stack.failure().isDone()) {
            log.accept("lockstep: error: the stack has broken\n  "
                    + stack.failure().join());
            return false;
        }
        return clients.stream().allMatch(client -> client.failure().isEmpty());
    }

    private Recorder recorder() {
        var recorder = new Recorder();
        if (options.trace()) {
            recorder.watch(new Trace(recorder.conversations(), log));
        }
        recorder.watch(new ConnectionLog(recorder.conversations(), log));
        return recorder;
    }

    private StackLoop start(StackConfig config, Recorder recorder) throws IOException {
        LoopOptions link = LoopOptions.PLAIN.withImpairments(options.impairments(), options.seed());
        TunDevice device = TunDevice.open(TunOptions.named(options.device()).withMtu(options.mtu()));
        try {
            Sysctl.quietIpv6(device.name());
            device.up(options.subnet().kernelSide());
            if (options.capture().isPresent()) {
                link = link.withCapture(new PacketCapture(
                        PcapngWriter.create(options.capture().get()),
                        options.device(),
                        PcapngWriter.WHOLE,
                        recorder.notes()));
            }
            return new StackLoop(device, link, config, recorder.clock(), recorder.observer());
        } catch (IOException | RuntimeException refused) {
            device.close();
            throw refused;
        }
    }

    private void listen(StackLoop stack, Offer offer) {
        Service service = service(offer);
        stack.ask(running -> running.listen(offer.port(), service));
    }

    private static Service service(Offer offer) {
        return switch (offer) {
            case Offer.Echo echo -> new Echo();
            case Offer.Discard discard -> new Discard();
            case Offer.Chargen chargen -> new Chargen();
            case Offer.Http http -> {
                try {
                    yield new HttpFileServer(new FolderSource(http.folder()));
                } catch (IOException gone) {
                    throw new InputException(
                            "--serve http " + http.folder(), "the folder cannot be read", "name one that can");
                }
            }
        };
    }

    private Client connect(StackLoop stack, Target target) {
        log.accept("Connecting to " + target + ".");
        var client = new Client(target, received);
        stack.ask(running -> {
            client.begin(running.connect(Subnet.number(target.address()), target.port(), client));
            return null;
        });
        return client;
    }

    /** Without a service there is nothing left to do when the connections are over. */
    private void endWith(List<Client> clients, Ending ending) {
        if (!options.offers().isEmpty()) {
            return;
        }
        Thread.ofPlatform().daemon().name("up-clients").start(() -> {
            try {
                for (Client client : clients) {
                    client.await();
                }
                ending.ask();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
