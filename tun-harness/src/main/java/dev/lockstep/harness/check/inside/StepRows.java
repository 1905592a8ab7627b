package dev.lockstep.harness.check.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

/**
 * Inside TLC: tells which rows each step of a known behaviour fires. TLC goes through the module {@code Retrace}, whose steps begin
 * with {@code StepBegins}, go on with the action, and get to {@code StepEnds} only if the action led to the known state; the rows that were
 * {@code Fired} last then are those of the step. Written as {@code <step> <id> <id> ...} to the file that the system property
 * {@code lockstep.rows.file} names.
 */
public final class StepRows {

    private static final TreeMap<Integer, List<String>> ROWS = new TreeMap<>();
    private static List<String> last = List.of();

    static {
        String file = System.getProperty("lockstep.rows.file");
        if (file != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(file)), "write-rows"));
        }
    }

    private StepRows() {}

    @TLAPlusOperator(identifier = "StepBegins", module = "Retrace", warn = false)
    public static synchronized Value begins(Value step) {
        last = List.of();
        return BoolValue.ValTrue;
    }

    static synchronized void fired(List<String> rows) {
        last = rows;
    }

    @TLAPlusOperator(identifier = "StepEnds", module = "Retrace", warn = false)
    public static synchronized Value ends(Value step) {
        ROWS.putIfAbsent(((IntValue) step).val, last);
        return BoolValue.ValTrue;
    }

    private static synchronized void write(Path file) {
        String text = ROWS.entrySet().stream()
                .map(step -> (step.getKey() + " " + String.join(" ", step.getValue())).strip() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot write " + file, fault);
        }
    }
}
