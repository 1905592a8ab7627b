package dev.lockstep.harness.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of distinct states that a model's file pins. */
public final class Pin {

    /** At the top level; what stands behind the number is kept, a comment for instance. */
    private static final Pattern LINE = Pattern.compile("(?m)^(distinct:[ \\t]*)\\d[\\d_,]*");

    private Pin() {}

    /** Writes the number into the file, and touches nothing else in it. A file that pins none gets a line at its end. */
    public static void write(Path file, long distinct) throws IOException {
        String text = Files.readString(file);
        Matcher line = LINE.matcher(text);
        String pinned = line.find()
                ? text.substring(0, line.end(1)) + distinct + text.substring(line.end())
                : text + (text.endsWith("\n") ? "" : "\n") + "distinct: " + distinct + "\n";
        if (!pinned.equals(text)) {
            Files.writeString(file, pinned);
        }
    }
}
