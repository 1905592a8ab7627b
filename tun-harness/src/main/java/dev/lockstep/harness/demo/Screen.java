package dev.lockstep.harness.demo;

import dev.lockstep.harness.run.Amount;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader of the demo sees: for each stage its name, how long it took, and what came of it.
 *
 * <pre>
 * lint       1.92 s  17 procedures, 61 steps, 214 rows: in each step exactly one row matches, proved
 * generate   0.41 s  96 Java classes, 12 TLA+ modules
 * </pre>
 */
final class Screen {

    /** Columns of a terminal that nobody has made wider. */
    static final int WIDTH = 80;

    private static final String INDENT = " ".repeat(20);

    private final PrintWriter out;
    private long began = System.nanoTime();

    /** @param out null where nobody wants to read */
    Screen(PrintWriter out) {
        this.out = out;
    }

    /** A stage begins now. */
    void begin() {
        began = System.nanoTime();
    }

    /** The stage that began last is over. */
    void done(String stage, String what) {
        done(stage, System.nanoTime() - began, what);
    }

    /** A stage that took so long is over. */
    void done(String stage, long nanos, String what) {
        List<String> lines = wrapped(what, WIDTH - INDENT.length());
        print("%-10s %7s  %s".formatted(stage, Amount.seconds(nanos), lines.getFirst()));
        lines.stream().skip(1).forEach(line -> print(INDENT + line));
    }

    /** A remark that is no stage. */
    void note(String name, String what) {
        List<String> lines = wrapped(what, WIDTH - INDENT.length());
        print("%-18s  %s".formatted(name, lines.getFirst()));
        lines.stream().skip(1).forEach(line -> print(INDENT + line));
    }

    /** As it is: a drawing, say. */
    void print(String text) {
        if (out != null) {
            out.println(text);
            out.flush();
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
