package dev.lockstep.generators.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences of the tables as comments. */
final class Prose {

    private Prose() {}

    /** {@code 9293 §3.4; 6298 §5.1} as {@code RFC 9293 §3.4; RFC 6298 §5.1}. */
    static String rfc(String rfc) {
        return Stream.of(rfc.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> "RFC " + part)
                .collect(Collectors.joining("; "));
    }

    /** One sentence of what is known: text first, then where it comes from. */
    static String sentence(String about, String rfc) {
        String source = rfc(rfc);
        if (about.isEmpty() || source.isEmpty()) {
            return about + source;
        }
        return about + " (" + source + ")";
    }

    /** Breaks text into lines of at most {@code width} characters. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? word : line + " " + word;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** Lines for {@code //} in a method. A backslash could begin a Unicode escape, even in a comment. */
    static List<String> comment(String text) {
        return wrap(text.replace("\\", "\\\\"), Layout.WIDTH - 8 - "// ".length());
    }

    /** Lines for a documentation comment, indented by {@code indent}. */
    static List<String> doc(String text, int indent) {
        return wrap(escape(text), Layout.WIDTH - indent - " * ".length());
    }

    /** A further paragraph of a documentation comment. */
    static List<String> paragraph(String text, int indent) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(wrap("<p>" + escape(text), Layout.WIDTH - indent - " * ".length()));
        return lines;
    }

    /** Text as it may stand in a documentation comment. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    /** The first reference that is given: a row's own, or that of its step, or of its procedure. */
    static String nearest(String... references) {
        return Stream.of(references).filter(one -> !one.isEmpty()).findFirst().orElse("");
    }
}
