package dev.lockstep.harness.replay;

import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** Holds a recorded run against the tables, all its ends: TLC against the model, and Java, which knows times, once more. */
public final class RunReplay {

    private final Tlc tlc;
    private final Path folder;
    private final Path runtime;

    /**
     * @param folder for what TLC reads and writes
     * @param runtime of the TLA+ modules written by hand
     */
    public RunReplay(Tlc tlc, Path folder, Path runtime) {
        this.tlc = tlc;
        this.folder = folder;
        this.runtime = runtime;
    }

    /**
     * What came of it.
     *
     * @param events that were held against the tables
     * @param connections control blocks they are about
     * @param rows that fired
     * @param torn the last line was cut off, and not looked at
     */
    public record Result(
            RunHeader header,
            long events,
            int connections,
            Set<String> rows,
            boolean torn,
            Optional<Finding> finding,
            Duration took) {}

    /**
     * @param digest of the tables
     * @param progress hears how many lines were read
     * @throws dev.lockstep.harness.InputException if this is no run, or one of other tables
     */
    public Result replay(Path file, Specification tables, String digest, LongConsumer progress) throws IOException {
        long began = System.nanoTime();
        try (RunReader reader = RunReader.open(file)) {
            RunHeader header = reader.header();
            Names names = names(file, header, tables, digest);
            Map<String, RunValidation> validations = validations(header, names, file);
            Set<String> connections = new HashSet<>();
            Set<String> rows = new TreeSet<>();
            Map<String, JavaRun> again = new HashMap<>();
            header.ends().forEach((end, parameters) -> again.put(end, again(parameters, file)));
            Optional<Finding> finding = Optional.empty();
            Optional<Finding> inJava = Optional.empty();
            long events = 0;
            for (Optional<RunEvent> next = reader.next(names);
                    next.isPresent() && finding.isEmpty();
                    next = reader.next(names)) {
                RunEvent event = next.get();
                events++;
                connections.add(event.key());
                rows.addAll(event.rows());
                inJava = inJava.isPresent() ? inJava : again.get(event.end()).add(event);
                finding = validations.get(event.end()).add(event);
                progress.accept(reader.number());
            }
            for (RunValidation validation : validations.values()) {
                finding = finding.isPresent() ? finding : validation.check();
            }
            finding = finding.isPresent() ? finding : inJava;
            if (events == 0) {
                throw RunFault.NO_EVENTS.at(file.toString(), "there is no event in it");
            }
            return new Result(
                    header,
                    events,
                    connections.size(),
                    rows,
                    reader.torn(),
                    finding,
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static JavaRun again(Map<String, String> parameters, Path file) {
        try {
            return new JavaRun(parameters);
        } catch (IllegalArgumentException refused) {
            throw RunFault.OUT_OF_RANGE.at(file + ":1", String.valueOf(refused.getMessage()));
        }
    }

    /** The finding as a ladder: the events of its control block that led there. */
    public Ladder ladder(Path file, Result result, Specification tables) throws IOException {
        Finding finding = result.finding().orElseThrow();
        Names names = names(file, result.header(), tables, result.header().tables());
        return RunLadder.of(file.getFileName().toString(), before(file, finding, names, RunLadder.EVENTS), finding);
    }

    private static Names names(Path file, RunHeader header, Specification tables, String digest) {
        if (!header.tables().equals(digest)) {
            throw RunFault.OTHER_TABLES.at(
                    file + ":1",
                    "this run is one of other tables: " + Shape.quoted(header.tables()) + ", and these are " + digest);
        }
        Protocol protocol = tables.protocols().stream()
                .filter(one -> one.name().equals(header.protocol()))
                .findFirst()
                .orElseThrow(() -> RunFault.UNKNOWN_NAME.at(
                        file + ":1", "there are no tables of " + Shape.quoted(header.protocol())));
        return new Names(protocol);
    }

    private Map<String, RunValidation> validations(RunHeader header, Names names, Path file) throws IOException {
        Map<String, RunValidation> validations = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> end : header.ends().entrySet()) {
            Map<String, String> parameters = ParameterValues.checked(end.getValue(), names.protocol, file + ":1");
            Path own = folder.resolve(Integer.toString(validations.size() + 1));
            validations.put(end.getKey(), new RunValidation(tlc, own, runtime, names, parameters));
        }
        return validations;
    }

    /** The last events of the control block up to a line, the finding's among them: to be drawn. */
    private static List<RunEvent> before(Path file, Finding finding, Names names, int most) throws IOException {
        var events = new ArrayList<RunEvent>();
        try (RunReader reader = RunReader.open(file)) {
            for (Optional<RunEvent> next = reader.next(names);
                    next.isPresent() && next.get().line() <= finding.event().line();
                    next = reader.next(names)) {
                if (next.get().key().equals(finding.event().key())) {
                    events.add(next.get());
                    if (events.size() > most) {
                        events.removeFirst();
                    }
                }
            }
        }
        return events;
    }
}
