package dev.lockstep.harness.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.capture.CaptureReader;
import dev.lockstep.harness.capture.CapturedPacket;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.harness.replay.RunReplay;
import dev.lockstep.harness.target.SeededFile;
import dev.lockstep.harness.tun.NeedsTun;
import dev.lockstep.harness.tun.NetworkNamespace;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.stack.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files both ways, over a clean link and a bad one: in memory, and on TUN with the kernel. */
class VenueTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("lockstep.home", ".."));

    @TempDir
    private Path folder;

    private SeededFile file;
    private Path capture;

    @BeforeEach
    void write() throws IOException {
        file = SeededFile.write(folder.resolve("data.bin"), 150_000, 1);
        capture = folder.resolve("run.pcapng");
    }

    private void assertArrived(Run run) {
        assertThat(run.faults(file.content())).isEmpty();
        assertThat(run.legs()).hasSize(2).allMatch(leg -> leg.segments() > 150_000 / 1460);
        assertThat(run.report().totals().connections()).isGreaterThanOrEqualTo(2);
    }

    private List<CapturedPacket> packets() throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            for (var packet = reader.next(); packet.isPresent(); packet = reader.next()) {
                packets.add(packet.get());
            }
        }
        return packets;
    }

    @Test
    void twoStacksInMemory() throws Exception {
        Run run = new MemoryVenue(1, false).run(Conditions.CLEAN, file, capture);

        assertArrived(run);
        assertThat(run.legs()).allMatch(leg -> leg.sentAgain() == 0);
        assertThat(run.report().toStack().lost()).isZero();
        assertThat(packets()).hasSize((int) run.report().totals().segments());
        String ladder = TextLadder.draw(run.ladders().getFirst(), 100, Glyphs.ASCII);
        assertThat(ladder)
                .contains("LISTEN -> SYN-RECEIVED")
                .contains("listen-syn")
                .contains("more events")
                .contains("FIN-WAIT-1 -> TIME-WAIT");
    }

    @Test
    void twoStacksInMemoryOverABadLink() throws Exception {
        Run run = new MemoryVenue(1, false).run(Conditions.IMPAIRED, file, capture);

        assertArrived(run);
        assertThat(run.report().toStack().lost() + run.report().toPeer().lost()).isPositive();
        assertThat(run.report().totals().sentAgain()).isPositive();
    }

    @Test
    void theSameSeedIsTheSameRun() throws Exception {
        Run first = new MemoryVenue(7, false).run(Conditions.IMPAIRED, file, capture);
        Run second = new MemoryVenue(7, false).run(Conditions.IMPAIRED, file, capture);

        assertThat(second.report().totals()).isEqualTo(first.report().totals());
        assertThat(second.report().toPeer()).isEqualTo(first.report().toPeer());
    }

    @Test
    @NeedsTun
    void withTheKernelOnTun() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create("demo")) {
            Run run = namespace.call(() -> new TunVenue(1, false).run(Conditions.CLEAN, file, capture));

            assertArrived(run);
            assertThat(run.remarks()).singleElement().asString().contains("answers a ping", "refuses a connection");
            assertThat(run.report().rows().fired()).contains("listen-syn", "closed-no-ack", "fin-noted");
            assertThat(packets()).anyMatch(packet -> packet.comments().contains("listen-syn"));
        }
    }

    /** What the stack did against the kernel, over a link that loses and reorders, is what the tables say. */
    @Test
    @NeedsTun
    void aRunOnTunIsWhatTheTablesSay() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create("demo")) {
            namespace.call(() -> new TunVenue(1, true).run(Conditions.IMPAIRED, file, capture));

            RunReplay.Result result = new RunReplay(
                            Tlc.locate(), folder.resolve("replay"), CHECKOUT.resolve("reference-impl/src/main/tla"))
                    .replay(
                            folder.resolve("run.ndjson"),
                            SpecificationLoader.load(CHECKOUT.resolve("spec/tables"))
                                    .orThrow(),
                            Tables.digest(),
                            lines -> {});

            assertThat(result.finding()).isEmpty();
            assertThat(result.events()).isGreaterThan(200);
        }
    }

    @Test
    @NeedsTun
    void withTheKernelOverABadLink() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.create("demo")) {
            Run run = namespace.call(() -> new TunVenue(1, false).run(Conditions.IMPAIRED, file, capture));

            assertArrived(run);
            assertThat(run.report().toStack().lost() + run.report().toPeer().lost())
                    .isPositive();
        }
    }
}
