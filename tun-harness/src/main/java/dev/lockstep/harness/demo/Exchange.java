package dev.lockstep.harness.demo;

import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.SvgLadder;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.harness.run.Amount;
import dev.lockstep.harness.target.SeededFile;
import dev.lockstep.properties.link.LinkCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stage in which files are exchanged, under one set of conditions after the other. */
final class Exchange {

    private static final List<String> WAYS = List.of("serve", "fetch");

    private final DemoOptions options;
    private final Screen screen;

    Exchange(DemoOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** @throws DemoFailed where a file does not arrive as it was sent */
    List<Run> exchange(Venue venue, Doing doing) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(options.out().resolve("file"));
        SeededFile file = SeededFile.write(folder.resolve("data.bin"), options.size(), options.seed());
        try {
            return exchange(venue, file, doing);
        } finally {
            Files.deleteIfExists(file.path());
            Files.deleteIfExists(folder);
        }
    }

    private List<Run> exchange(Venue venue, SeededFile file, Doing doing) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (Conditions conditions : Conditions.ALL) {
            doing.at("exchange", runs.size(), Conditions.ALL.size(), conditions.title());
            Run run = venue.run(conditions, file, options.out().resolve(conditions.name() + ".pcapng"));
            runs.add(run);
            tell(run);
            draw(run);
        }
        List<String> faults = runs.stream()
                .flatMap(run -> run.faults(file.content()).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new DemoFailed("a file did not arrive as it was sent", faults);
        }
        screen.note(
                "",
                "SHA-256 of all " + 2 * runs.size() + " copies "
                        + file.content().sha256().substring(0, 16) + "..., as sent");
        return runs;
    }

    private void tell(Run run) {
        List<String> settings = run.conditions().settings();
        screen.note(
                "  " + run.conditions().name(),
                run.conditions().title() + (settings.isEmpty() ? "" : ", " + String.join(", ", settings)));
        for (Leg leg : run.legs()) {
            screen.done(
                    "",
                    leg.nanos(),
                    String.format(
                            Locale.ROOT, "%s: %.1f MB/s, %s", leg.way(), leg.megabytesPerSecond(), leg.figures()));
        }
        run.remarks().forEach(remark -> screen.note("", remark));
        if (!run.conditions().impairments().isEmpty()) {
            screen.note("", "link: " + link(run.report().toStack(), run.report().toPeer()));
        }
    }

    private static String link(LinkCounts in, LinkCounts out) {
        return "%s of %s packets lost, %s reordered"
                .formatted(
                        Amount.count(in.lost() + out.lost()),
                        Amount.count(in.offered() + out.offered()),
                        Amount.count(in.reordered() + out.reordered()));
    }

    private void draw(Run run) throws IOException {
        for (int i = 0; i < run.ladders().size(); i++) {
            String name = run.conditions().name() + "-" + WAYS.get(i);
            Ladder ladder = run.ladders().get(i);
            Files.writeString(
                    options.out().resolve(name + ".txt"), TextLadder.draw(ladder, TextLadder.WIDEST, Glyphs.UNICODE));
            Files.writeString(options.out().resolve(name + ".svg"), SvgLadder.draw(ladder));
        }
    }
}
