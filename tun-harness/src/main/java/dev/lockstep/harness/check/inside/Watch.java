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
 * Inside TLC: counts the rows that fire, the witnesses that are seen, the claims whose premise is met and the states in which the two ends are at once, by taking the
 * place of the operators {@code Fired}, {@code Witnessed}, {@code Applies} and {@code Paired} of {@code Lockstep.tla}, which otherwise are just true.
 * Writes {@code row <id> <count>}, {@code witness <name> <count>}, {@code claim <id> <count>} and {@code pair <state>/<state> <count>} to the file named by the
 * system property {@code lockstep.coverage.file} when the JVM ends.
 */
public final class Watch {

    private static final Map<String, LongAdder> ROWS = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> WITNESSES = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> CLAIMS = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> PAIRS = new ConcurrentHashMap<>();

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

    /** The premise of a claim is met. */
    @TLAPlusOperator(identifier = "Applies", module = "Lockstep", warn = false)
    public static Value applies(Value claim) {
        count(CLAIMS, claim);
        return BoolValue.ValTrue;
    }

    /** An invariant asks it, which TLC evaluates once for each distinct state. */
    @TLAPlusOperator(identifier = "Paired", module = "Lockstep", warn = false)
    public static Value paired(Value one, Value other) {
        count(PAIRS, text(one) + "/" + text(other));
        return BoolValue.ValTrue;
    }

    private static void count(Map<String, LongAdder> counts, IValue name) {
        count(counts, text(name));
    }

    private static void count(Map<String, LongAdder> counts, String name) {
        counts.computeIfAbsent(name, ignored -> new LongAdder()).increment();
    }

    private static String text(IValue name) {
        return ((StringValue) name).val.toString();
    }

    private static void write(Path file) {
        var lines = new ArrayList<String>();
        new TreeMap<>(ROWS).forEach((row, count) -> lines.add("row " + row + " " + count));
        new TreeMap<>(WITNESSES).forEach((name, count) -> lines.add("witness " + name + " " + count));
        new TreeMap<>(CLAIMS).forEach((claim, count) -> lines.add("claim " + claim + " " + count));
        new TreeMap<>(PAIRS).forEach((pair, count) -> lines.add("pair " + pair + " " + count));
        try {
            Files.write(file, lines);
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot write " + file, fault);
        }
    }
}
