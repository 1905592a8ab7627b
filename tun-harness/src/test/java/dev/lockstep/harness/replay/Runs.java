package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generators.TablesDigest;
import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.harness.capture.PcapngWriter;
import dev.lockstep.harness.capture.RowNotes;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.run.MemoryWorld;
import dev.lockstep.harness.run.Recorder;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.properties.link.Impairment;
import dev.lockstep.properties.record.RunFile;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.stack.app.Echo;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import dev.lockstep.stack.wire.Ipv4Address;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recorded runs of two stacks in memory, one asking the other's echo, and the tables they are of. */
final class Runs {

    static final Path CHECKOUT = Path.of(System.getProperty("lockstep.home", ".."));
    static final Path RUNTIME = CHECKOUT.resolve("reference-impl/src/main/tla");
    static final Path TABLES = CHECKOUT.resolve("spec/tables");

    private static final long MINUTES = 600_000_000_000L;

    private Runs() {}

    static Specification tables() {
        return SpecificationLoader.load(TABLES).orThrow();
    }

    static String digest() throws IOException {
        return TablesDigest.of(TABLES);
    }

    static Names names() {
        return new Names(tables().protocols().stream()
                .filter(one -> one.name().equals("tcp"))
                .findFirst()
                .orElseThrow());
    }

    static RunReplay.Result replay(Path file, Path out) throws IOException {
        return new RunReplay(Tlc.locate(), out, RUNTIME).replay(file, tables(), digest(), lines -> {});
    }

    /** The file, with so many bytes there and back over such a link. */
    static Path record(Path folder, String link, int bytes, long seed) throws IOException {
        Path file = folder.resolve("run.ndjson");
        StackConfig one = Settings.config(Ipv4Address.parse("10.0.0.1"), 24, List.of(), seed);
        StackConfig other = Settings.config(Ipv4Address.parse("10.0.0.2"), 24, List.of("RTO.MIN=200ms"), ~seed);
        try (var run = RunFile.create(file, seed);
                var capture = new PacketCapture(
                        PcapngWriter.create(folder.resolve("run.pcapng")), "memory", 64, RowNotes.NONE)) {
            var recorder = new Recorder();
            recorder.watch(run.end("one", one.tcp().parameters()));
            var world = new MemoryWorld(
                    one,
                    other,
                    Impairment.parse(link),
                    seed,
                    recorder,
                    run.end("other", other.tcp().parameters()),
                    capture);
            var asking = new Asking(bytes);
            world.other().listen(7, new Echo());
            world.watched().connect(Ipv4Address.parse("10.0.0.2"), 7, asking);
            world.runUntil(() -> asking.over, MINUTES);
            world.watched().connect(Ipv4Address.parse("10.0.0.2"), 8, new Asking(1)); // nobody listens there
            world.runUntil(() -> false, MINUTES);
        }
        return file;
    }

    private static final class Asking implements TcpHandler {
        private final byte[] text;
        private int sent;
        private int back;
        private boolean over;

        private Asking(int bytes) {
            this.text = new byte[bytes];
        }

        @Override
        public void connected(TcpSocket socket) {
            writable(socket);
        }

        @Override
        public void writable(TcpSocket socket) {
            while (sent < text.length) {
                int some = socket.send(text, sent, text.length - sent);
                if (some <= 0) {
                    return;
                }
                sent += some;
            }
        }

        @Override
        public void readable(TcpSocket socket) {
            var room = new byte[65_536];
            for (int some = socket.receive(room, 0, room.length);
                    some > 0;
                    some = socket.receive(room, 0, room.length)) {
                back += some;
            }
            if (back == text.length) {
                socket.close();
            }
        }

        @Override
        public void peerClosed(TcpSocket socket) {
            over = true;
        }
    }

    /** An event, and what is known of its control block before it. */
    record Placed(RunEvent event, Map<String, JsonNode> before) {}

    /** All events of a file. */
    static List<Placed> read(Path file, Names names) throws IOException {
        var events = new ArrayList<Placed>();
        Map<String, Map<String, JsonNode>> known = new HashMap<>();
        try (RunReader reader = RunReader.open(file)) {
            for (Optional<RunEvent> next = reader.next(names); next.isPresent(); next = reader.next(names)) {
                RunEvent event = next.get();
                Map<String, JsonNode> block = known.computeIfAbsent(event.key(), key -> new HashMap<>());
                events.add(new Placed(event, Map.copyOf(block)));
                JsonNode state = event.set().get("STATE");
                if (state != null && state.textValue().equals("CLOSED")) {
                    block.clear();
                } else {
                    block.putAll(event.set());
                }
            }
        }
        return events;
    }
}
