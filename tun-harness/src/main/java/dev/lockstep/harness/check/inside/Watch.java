package dev.lockstep.harness.check.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/**
 * Inside TLC: counts the rows that fire and the witnesses that are seen, by taking the place of the operators {@code Fired} and
 * {@code Witnessed} of {@code Lockstep.tla}, which otherwise are just true. Writes {@code row <id> <count>} and
 * {@code witness <name> <count>} to the file named by the system property {@code lockstep.coverage.file} when the JVM ends.
 */
public final class Watch {

    private static final Map<String, LongAdder> ROWS = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> WITNESSES = new ConcurrentHashMap<>();

    static {
        String file = System.getProperty("lockstep.coverage.file");
        if (file != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(file)), "write-coverage"));
        }
    }

    private Watch() {}

    /** A tuple of ids of rows. */
    @TLAPlusOperator(identifier = "Fired", module = "Lockstep", warn = false)
    public static Value fired(Value rows) {
        for (Value row : ((TupleValue) rows.toTuple()).elems) {
            count(ROWS, row);
        }
        return BoolValue.ValTrue;
    }

    @TLAPlusOperator(identifier = "Witnessed", module = "Lockstep", warn = false)
    public static Value witnessed(Value name) {
        count(WITNESSES, name);
        return BoolValue.ValTrue;
    }

    private static void count(Map<String, LongAdder> counts, IValue name) {
        counts.computeIfAbsent(((StringValue) name).val.toString(), ignored -> new LongAdder())
                .increment();
    }

    private static void write(Path file) {
        var lines = new ArrayList<String>();
        new TreeMap<>(ROWS).forEach((row, count) -> lines.add("row " + row + " " + count));
        new TreeMap<>(WITNESSES).forEach((name, count) -> lines.add("witness " + name + " " + count));
        try {
            Files.write(file, lines);
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot write " + file, fault);
        }
    }
}
