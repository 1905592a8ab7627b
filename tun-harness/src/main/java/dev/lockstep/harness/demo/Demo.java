package dev.lockstep.harness.demo;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.harness.run.Amount;
import dev.lockstep.harness.run.Machine;
import dev.lockstep.harness.run.RowCoverage;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One way through everything: lint, generate, check, exchange files; then what came of it. */
public final class Demo {

    private static final int NAMED = 8;

    private final DemoOptions options;
    private final Screen screen;
    private final Doing doing;
    private final DemoReport report = new DemoReport();

    /** @param out what people read; null for nobody */
    public Demo(DemoOptions options, PrintWriter out, Doing doing) {
        this.options = options;
        this.screen = new Screen(out);
        this.doing = doing;
    }

    /** @return whether everything is as it should be; the report is in the folder of artefacts then as otherwise */
    public boolean run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Files.createDirectories(options.out());
        Path written = options.out().resolve("report.json");
        Files.deleteIfExists(written); // the one of an earlier run must not speak for this one, should it be broken off
        screen.print("lockstep demo on " + Machine.here());
        screen.print("");
        try {
            stages();
        } catch (DemoFailed failed) {
            failed.details().forEach(screen::print);
            screen.print("demo: FAILED: " + failed.getMessage());
            report.failed(failed);
        }
        screen.note("artefacts", artefacts());
        report.write(written, System.nanoTime() - began);
        if (report.isGood()) {
            screen.print("demo: everything as it should be, in " + Amount.seconds(System.nanoTime() - began));
        }
        return report.isGood();
    }

    private void stages() throws IOException, InterruptedException {
        var tables = new Tables(options, screen);
        Specification specification = tables.lint(doing);
        tables.generate(specification, options.out().resolve("generated"));
        List<Outcome> outcomes =
                new Models(options, screen).check(specification, options.out().resolve("check"), doing);
        report.checked(outcomes);
        Venue venue = venue();
        report.venue(venue.description());
        List<Run> runs = new Exchange(options, screen).exchange(venue, doing);
        report.ran(runs);
        screen.print("");
        screen.print(TextLadder.draw(
                runs.getFirst().ladders().getFirst(), Screen.WIDTH, Glyphs.fitting(System.out.charset())));
        coverage(specification, outcomes, runs);
    }

    private Venue venue() {
        Optional<String> inMemory = options.inMemory();
        Venue venue = inMemory.isPresent()
                ? new MemoryVenue(options.seed(), options.record())
                : new TunVenue(options.seed(), options.record());
        try {
            venue.check();
        } catch (EnvironmentException refused) {
            inMemory = Optional.of(refused.getMessage() + "; " + refused.fix());
            venue = new MemoryVenue(options.seed(), options.record());
        }
        screen.note("exchange", venue.description());
        inMemory.ifPresent(why -> screen.note("", "not on TUN: " + why));
        return venue;
    }

    private void coverage(Specification specification, List<Outcome> outcomes, List<Run> runs) {
        List<String> ids = Tables.rows(specification)
                .filter(row -> row.unreachable().isEmpty())
                .map(Row::id)
                .toList();
        RowCoverage inTlc = RowCoverage.none(ids);
        for (Outcome outcome : outcomes) {
            inTlc = inTlc.plus(RowCoverage.of(outcome.coverage().rows()));
        }
        RowCoverage inRuns = RowCoverage.none(ids);
        for (Run run : runs) {
            inRuns = inRuns.plus(run.report().rows());
        }
        RowCoverage both = inTlc.plus(inRuns);
        report.covered(inTlc, inRuns, both);
        List<String> never = both.never();
        String names = never.isEmpty()
                ? ""
                : "; never: " + String.join(" ", never.subList(0, Math.min(NAMED, never.size())))
                        + (never.size() > NAMED ? " and " + (never.size() - NAMED) + " more, in report.json" : "");
        screen.note(
                "rows fired",
                "%d in TLC, %d in the runs, together %s%s"
                        .formatted(inTlc.fired().size(), inRuns.fired().size(), both, names));
    }

    private String artefacts() {
        Path here = Path.of("").toAbsolutePath();
        Path out = options.out().toAbsolutePath().normalize();
        Path shown = out.startsWith(here) && !out.equals(here) ? here.relativize(out) : out;
        if (!report.isGood()) {
            return shown + "/: report.json, and what was made before it failed";
        }
        return shown
                + "/: report.json, *.pcapng with row ids as comments, "
                + (options.record() ? "runs as *.ndjson, " : "") + "ladders as *.txt and *.svg, generated/, check/";
    }

    /** What came of it, for machines. */
    public DemoReport report() {
        return report;
    }
}
