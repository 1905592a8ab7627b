package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.tla.RunGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcJob;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Verdict;
import dev.lockstep.harness.check.trace.TlaState;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one stack's part of a recorded run against the tables: TLC does each event once more in the control block that the line
 * before has left, and compares. Control blocks have nothing to do with each other, so the lines of each stand together; a part
 * of the file is taken at a time, so that its length does not matter.
 */
final class RunValidation {

    /** So many TLC takes at a time: starting it takes as long as some hundred lines. */
    static final int LINES = 1_500;

    private final Tlc tlc;
    private final Path folder;
    private final Names names;
    private final Map<String, Map<String, JsonNode>> before = new HashMap<>();
    private final Map<String, List<RunEvent>> waiting = new LinkedHashMap<>();
    private int lines;

    /**
     * @param folder gets the modules, and TLC's log
     * @param runtime of the modules written by hand
     * @param parameters that the stack was built with
     */
    RunValidation(Tlc tlc, Path folder, Path runtime, Names names, Map<String, String> parameters) throws IOException {
        this.tlc = tlc;
        this.folder = Files.createDirectories(folder);
        this.names = names;
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(runtime, "*.tla")) {
            for (Path module : modules) {
                Files.writeString(folder.resolve(module.getFileName().toString()), Files.readString(module));
            }
        }
        for (GeneratedFile file : RunGenerator.generate(names.protocol, parameters)) {
            Files.writeString(folder.resolve(file.path()), file.text());
        }
    }

    /** One event more. @return the first line that is wrong, if some are known to be */
    Optional<Finding> add(RunEvent event) throws IOException {
        waiting.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event);
        return ++lines == LINES ? check() : Optional.empty();
    }

    /** What waits to be checked, is. */
    Optional<Finding> check() throws IOException {
        if (lines == 0) {
            return Optional.empty();
        }
        var module = new TlaLines(names);
        var order = new ArrayList<RunEvent>();
        waiting.forEach((key, events) -> {
            boolean follows = false;
            for (RunEvent event : events) {
                module.add(event, follows, before.getOrDefault(key, Map.of()));
                follows = true;
                take(key, event);
                order.add(event);
            }
        });
        waiting.clear();
        lines = 0;
        Files.writeString(folder.resolve(TlaLines.MODULE + ".tla"), module.module());
        return finding(run(), order);
    }

    /** A control block that is gone is as one that has not begun. */
    private void take(String key, RunEvent event) {
        JsonNode state = event.set().get(RunLine.STATE);
        if (state != null && state.textValue().equals(names.protocol.start().name())) {
            before.remove(key);
        } else {
            before.computeIfAbsent(key, fresh -> new HashMap<>()).putAll(event.set());
        }
    }

    private TlcReport run() throws IOException {
        return tlc.run(
                new TlcJob(
                        folder,
                        RunGenerator.MODULE,
                        RunGenerator.MODULE + ".cfg",
                        1,
                        true,
                        Optional.empty(),
                        folder.resolve("tlc.log"),
                        Map.of()),
                counts -> {});
    }

    private Optional<Finding> finding(TlcReport report, List<RunEvent> order) {
        return switch (Verdict.of(report)) {
            case Verdict.Holds holds when report.counts().distinct() == order.size() + 1 -> Optional.empty();
            case Verdict.Violated violated
            when report.behavior().isPresent() ->
                Optional.of(finding(violated, report.behavior().get().last(), order));
            case Verdict other ->
                throw new ReplayFailed("TLC did not get to the end of the run: " + folder.resolve("tlc.log"));
        };
    }

    private Finding finding(Verdict.Violated violated, TlaState last, List<RunEvent> order) {
        int at = last.variables().get("at") instanceof TlaValue.Int(int number) ? number : 0;
        TlaValue wrong = last.variables().get("wrong");
        return switch (violated.kind()) {
            case INVARIANT ->
                wrong.elements().isEmpty()
                        ? new Finding(
                                order.get(at - 1),
                                List.of("the invariant " + violated.property().orElse("")
                                        + " does not hold behind this line"),
                                Optional.empty(),
                                List.of())
                        : new Comparison(names)
                                .of(order.get(at - 1), wrong, last.variables().get("tcb"));
            case ASSERTION, EVALUATION, DEADLOCK, LIVENESS, ACTION_PROPERTY, ASSUMPTION ->
                new Finding(
                        order.get(Math.min(at, order.size() - 1)),
                        List.of("the tables cannot do this: " + brief(violated.says())),
                        Optional.empty(),
                        List.of());
        };
    }

    private static String brief(String says) {
        String text = says.replaceAll("\\s+", " ");
        return text.length() <= 300 ? text : text.substring(0, 300) + " ...";
    }
}
