package dev.lockstep.harness.check;

import dev.lockstep.generators.tla.ModelGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcJob;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the rows that a behaviour fired by letting TLC go through it once more, in a module in which each step is told the state
 * that it leads to, with the variable that tells the rows ({@link ModelGenerator#generateTellingRows}). It would multiply the states
 * of the model itself. At the end of the behaviour an invariant is broken, so that TLC shows all of it.
 */
final class Retrace {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MODULE = "Retrace";
    private static final String STATE = "STATE";

    private final Tlc tlc;
    private final Path folder;

    /** @param folder that holds what belongs to the model, and gets a folder for this */
    Retrace(Tlc tlc, Path folder) {
        this.tlc = tlc;
        this.folder = folder.resolve("retrace");
    }

    /** Ids for each step, in their order; none if TLC cannot follow. */
    List<List<String>> rows(CheckTask task, Behavior behavior) throws IOException {
        Files.createDirectories(folder);
        write(task.files());
        write(task.telling());
        write(Map.of(MODULE + ".tla", module(task, behavior), MODULE + ".cfg", config(task)));
        TlcReport report = tlc.run(
                new TlcJob(
                        folder,
                        MODULE,
                        MODULE + ".cfg",
                        1,
                        true,
                        Optional.of(PATIENCE),
                        folder.resolve("tlc.log"),
                        Map.of()),
                counts -> {});
        return report.behavior()
                .map(told -> told.states().stream().skip(1).map(Retrace::fired).toList())
                .orElse(List.of());
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static List<String> fired(TlaState state) {
        return state.variables().get(ModelGenerator.ROWS).elements().stream()
                .map(row -> ((TlaValue.Str) row).value())
                .toList();
    }

    private static String module(CheckTask task, Behavior behavior) {
        var steps = new ArrayList<String>();
        List<TlaState> states = behavior.states();
        for (TlaState state : states.subList(1, states.size())) {
            steps.add(step(steps.size() + 1, state.action(), state));
        }
        if (behavior.continuation() instanceof Behavior.Continuation.GoesBack(int state, String action)) {
            steps.add(step(steps.size() + 1, action, states.get(state - 1)));
        }
        return """
                ---- MODULE %s ----
                (* Goes through one behaviour of %s, to find out which rows its steps fire. *)
                EXTENDS %s

                VARIABLE at

                RetraceInit ==
                  /\\ at = 1
                  /\\ %s = <<>>
                %s
                RetraceNext ==
                %s
                NotAtItsEnd == at <= %d
                ====
                """.formatted(
                        MODULE,
                        task.module(),
                        task.module(),
                        ModelGenerator.ROWS,
                        values(states.getFirst(), ""),
                        String.join("", steps),
                        steps.size());
    }

    private static String step(int number, String action, TlaState after) {
        return """
                  \\/ /\\ at = %d
                     /\\ at' = at + 1
                %s     /\\ %s
                """.formatted(number, values(after, "'").indent(3), action);
    }

    private static String values(TlaState state, String prime) {
        return state.variables().entrySet().stream()
                .map(variable -> value(variable.getKey() + prime, variable.getValue()))
                .collect(Collectors.joining());
    }

    private static String value(String variable, TlaValue value) {
        return "  /\\ " + variable + " = " + stateFirst(value) + "\n";
    }

    /** {@code STATE} is a word of TLA+ itself, and may name a field in a record only where it is the first. */
    private static TlaValue stateFirst(TlaValue value) {
        if (!(value instanceof TlaValue.Rec(Map<String, TlaValue> fields))) {
            return value;
        }
        var ordered = new LinkedHashMap<String, TlaValue>();
        if (fields.containsKey(STATE)) {
            ordered.put(STATE, fields.get(STATE));
        }
        fields.forEach((name, field) -> ordered.put(name, stateFirst(field)));
        return new TlaValue.Rec(ordered);
    }

    /** The constants of the model, and nothing to check. */
    private static String config(CheckTask task) {
        String constants = Arrays.stream(task.config().text().split("\n(?=\\S)"))
                .filter(section -> section.startsWith("CONSTANT"))
                .collect(Collectors.joining("\n"));
        return "INIT RetraceInit\nNEXT RetraceNext\nINVARIANT NotAtItsEnd\nCHECK_DEADLOCK FALSE\n" + constants + "\n";
    }
}
