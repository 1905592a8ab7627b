package dev.lockstep.generators.java;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the parts of a generated file begin with: where it comes from, its package, its imports. */
final class Head {

    /** Hand-written classes, imported where the text names them. */
    private static final List<String> SUPPORT =
            List.of("Fields", "NoRowMatches", "Ranges", "RowLog", "Seq", "Setting", "Then", "Titled", "Visible");

    private Head() {}

    /**
     * The import lines of a file.
     *
     * @param code the Java of the file, without its comments
     */
    static List<String> imports(Stream<String> code) {
        return imports(List.of(), code, List.of());
    }

    /**
     * The import lines of a file: static ones first, then a blank line, then classes.
     *
     * @param statics methods of generated classes
     * @param others classes of Java's own
     */
    static List<String> imports(List<String> statics, Stream<String> code, List<String> others) {
        var classes = new TreeSet<>(others);
        code.forEach(line -> SUPPORT.stream()
                .filter(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(line).find())
                .forEach(name -> classes.add("dev.lockstep.stack.table." + name)));
        List<String> lines = new ArrayList<>();
        statics.forEach(one -> lines.add("import static " + one + ";"));
        if (!statics.isEmpty() && !classes.isEmpty()) {
            lines.add("");
        }
        classes.forEach(one -> lines.add("import " + one + ";"));
        return lines;
    }
}
