package dev.lockstep.harness.demo;

import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.harness.capture.PcapngWriter;
import dev.lockstep.harness.run.LadderRecorder;
import dev.lockstep.harness.run.MemoryWorld;
import dev.lockstep.harness.run.Recorder;
import dev.lockstep.harness.run.RunReport;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.harness.target.SeededFile;
import dev.lockstep.harness.target.Transfer;
import dev.lockstep.stack.app.FileSource;
import dev.lockstep.stack.app.FolderSource;
import dev.lockstep.stack.app.HttpFetch;
import dev.lockstep.stack.app.HttpFileServer;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.wire.Ipv4Address;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two stacks made from the same tables, in memory and in virtual time: what remains where TUN is not to be had. */
final class MemoryVenue implements Venue {

    private static final String STACK = "10.77.0.2";
    private static final String PEER = "10.77.0.1";
    private static final int WEB = 80;
    private static final int PEER_WEB = 8080;

    /** Of virtual time, which costs nothing. */
    private static final long LIMIT = Duration.ofMinutes(10).toNanos();

    private static final long FAREWELL = Duration.ofSeconds(5).toNanos();

    private final long seed;
    private final boolean recorded;

    MemoryVenue(long seed, boolean recorded) {
        this.seed = seed;
        this.recorded = recorded;
    }

    @Override
    public String description() {
        return "two stacks made from the tables, in memory, in virtual time";
    }

    @Override
    public Run run(Conditions conditions, SeededFile file, Path capture) throws IOException {
        var recorder = new Recorder();
        var served = new LadderRecorder(recorder.conversations(), "other stack", c -> c.localPort() == WEB);
        var fetched = new LadderRecorder(recorder.conversations(), "other stack", c -> c.remotePort() == PEER_WEB);
        recorder.watch(served);
        recorder.watch(fetched);
        StackConfig stack = config(STACK, conditions, seed);
        StackConfig peer = config(PEER, conditions, ~seed);
        try (var events = EventsFile.beside(capture, recorded, seed);
                var recording =
                        new PacketCapture(PcapngWriter.create(capture), "memory", TunVenue.HEADERS, recorder.notes())) {
            events.of("stack", stack).ifPresent(recorder::watch);
            var world = new MemoryWorld(
                    stack,
                    peer,
                    conditions.impairments(),
                    seed,
                    recorder,
                    events.of("peer", peer).orElse(null),
                    recording);
            FileSource files = new FolderSource(file.path().toAbsolutePath().getParent());
            world.watched().listen(WEB, new HttpFileServer(files));
            world.other().listen(PEER_WEB, new HttpFileServer(files));
            String name = "/" + file.path().getFileName();
            List<Leg> legs = List.of(
                    leg("serves the other stack", world, recorder, world.other(), STACK, WEB, name),
                    leg("fetches from the other stack", world, recorder, world.watched(), PEER, PEER_WEB, name));
            world.runUntil(() -> served.isSettled() && fetched.isSettled(), FAREWELL);
            return new Run(
                    conditions,
                    legs,
                    List.of(),
                    RunReport.of(world.watched(), recorder, world.toWatched(), world.toOther()),
                    List.of(
                            served.ladder("The stack serves a file to another, " + conditions.title() + TunVenue.TIMES),
                            fetched.ladder(
                                    "The stack fetches a file from another, " + conditions.title() + TunVenue.TIMES)));
        }
    }

    private static StackConfig config(String address, Conditions conditions, long seed) {
        return Settings.config(Ipv4Address.parse(address), 24, conditions.settings(), seed);
    }

    private static Leg leg(
            String way, MemoryWorld world, Recorder recorder, TcpStack client, String address, int port, String path) {
        var received = new Received();
        var before = recorder.conversations().totals();
        client.connect(Ipv4Address.parse(address), port, new HttpFetch(address, path, received));
        if (!world.runUntil(received::isOver, LIMIT)) {
            received.giveUp("not done, and nothing happens any more");
        }
        Transfer transfer = received.now();
        return Leg.of(way, transfer, before, recorder.conversations().totals());
    }
}
