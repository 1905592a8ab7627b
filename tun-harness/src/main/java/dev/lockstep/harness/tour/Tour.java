package dev.lockstep.harness.tour;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.template.Templates;
import dev.lockstep.harness.ladder.SvgLadder;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes the six pages, each from a run made for it. The same tables and the same seed give the same bytes. */
public final class Tour {

    /**
     * A page and where it stands among the others.
     *
     * @param previous the page before, null on the first
     * @param next the page after, null on the last
     */
    private record Page(int number, String title, Stop previous, Stop next, Chapter chapter) {}

    /** A page as others lead to it. */
    private record Stop(String file, String title, String about) {}

    private record Index(List<Stop> stops) {}

    /** A stop and how its page comes to be. */
    private record Planned(String name, Stop stop, Supplier<Chapter> chapter) {}

    private final Templates templates = new Templates(Tour.class, "tour.stg");
    private final List<Planned> plan;

    /**
     * @param specification the tables from which the stack was made
     * @param seed of the hosts' secrets: other seeds, other sequence numbers
     */
    public Tour(Specification specification, long seed) {
        var rows = new FiredRows(specification);
        plan = List.of(
                planned(
                        "layers",
                        "Four layers",
                        "a request is wrapped three times, and unwrapped",
                        () -> Layers.of(rows, seed)),
                planned(
                        "handshake",
                        "The three-way handshake",
                        "two programs agree where counting begins",
                        () -> Handshake.of(rows, seed)),
                planned(
                        "repair",
                        "Loss and reordering repaired",
                        "what is lost is sent again, what is early waits",
                        () -> Repair.of(rows, seed)),
                planned(
                        "teardown",
                        "The four-way teardown",
                        "each direction is closed for itself",
                        () -> Teardown.of(rows, seed)),
                planned(
                        "timeWait",
                        "TIME-WAIT",
                        "why one end stays behind for four minutes",
                        () -> TimeWait.of(rows, seed)),
                planned(
                        "socket",
                        "The socket's view",
                        "what the programs do and hear of all this",
                        () -> SocketView.of(rows, seed)));
    }

    private static Planned planned(String name, String title, String about, Supplier<Chapter> chapter) {
        return new Planned(name, new Stop(file(name), title, about), chapter);
    }

    /** The template's name is a Java name, the file's is made for reading: {@code time-wait.html}. */
    private static String file(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".html";
    }

    /** The pages, their pictures and {@code index.html}. */
    public List<GeneratedFile> generate() {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(
                "index.html",
                templates.render(
                        "index", "p", new Index(plan.stream().map(Planned::stop).toList()))));
        for (int i = 0; i < plan.size(); i++) {
            Planned planned = plan.get(i);
            Chapter chapter = planned.chapter().get();
            var page = new Page(
                    i + 1,
                    planned.stop().title(),
                    i == 0 ? null : plan.get(i - 1).stop(),
                    i == plan.size() - 1 ? null : plan.get(i + 1).stop(),
                    chapter);
            files.add(new GeneratedFile(planned.stop().file(), templates.render(planned.name(), "p", page)));
            pictures(files, chapter);
        }
        files.add(new GeneratedFile("tour.css", style()));
        return files;
    }

    private static void pictures(List<GeneratedFile> files, Chapter chapter) {
        files.add(new GeneratedFile(
                chapter.exhibit().picture(), SvgLadder.draw(chapter.exhibit().ladder())));
        if (chapter instanceof Repair repair) {
            files.add(new GeneratedFile(repair.timerPicture(), SvgLadder.draw(repair.byTimer())));
        }
    }

    private static String style() {
        try (InputStream css = Tour.class.getResourceAsStream("tour.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
