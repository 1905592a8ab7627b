package dev.lockstep.harness.check;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of distinct states that a model's file pins: of the model at the top level, of its variant below {@code deep:}. */
public final class Pin {

    /** What stands behind the number is kept, a comment for instance. */
    private static final Pattern COUNT = Pattern.compile("^(\\s*distinct:[ \\t]*)\\d[\\d_,]*");

    private static final Pattern DEEP = Pattern.compile("^deep:[ \\t]*(#.*)?$");

    private Pin() {}

    /**
     * Writes the number into the file, and touches nothing else in it. Where none is pinned, a line is added at the end.
     *
     * @param model the name: another than the file's is that of its variant
     * @throws InputException if the file's {@code deep:} is not written as lines
     */
    public static void write(Path file, String model, long distinct) throws IOException {
        String text = Files.readString(file);
        String ending = text.endsWith("\n") ? "\n" : "";
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (file.getFileName().toString().equals(model + ".yaml")) {
            pin(lines, 0, lines.size(), "", distinct);
            ending = "\n";
        } else {
            int deep = deep(lines);
            if (deep < 0) {
                throw new InputException(
                        file.toString(),
                        "its variant is not written as lines below `deep:`, so that nothing can be pinned there",
                        "write it so, or `distinct: " + distinct + "` by hand");
            }
            pin(lines, deep + 1, end(lines, deep + 1), indentation(lines.get(deep + 1)), distinct);
        }
        String pinned = String.join("\n", lines) + ending;
        if (!pinned.equals(text)) {
            Files.writeString(file, pinned);
        }
    }

    private static int deep(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (DEEP.matcher(lines.get(i)).matches()
                    && !indentation(lines.get(i + 1)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the last line that is below the key; blank lines and comments at the margin in between do not end it. */
    private static int end(List<String> lines, int from) {
        int end = from;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                if (indentation(line).isEmpty()) {
                    break;
                }
                end = i + 1;
            }
        }
        return end;
    }

    private static void pin(List<String> lines, int from, int to, String indentation, long distinct) {
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            Matcher count = COUNT.matcher(line);
            if (indentation(line).equals(indentation) && count.find()) {
                lines.set(i, count.group(1) + distinct + line.substring(count.end()));
                return;
            }
        }
        lines.add(to, indentation + "distinct: " + distinct);
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
