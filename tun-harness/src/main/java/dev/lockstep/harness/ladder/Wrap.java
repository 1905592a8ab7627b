package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrap {

    private Wrap() {}

    /** At blanks; a word longer than a line is cut, behind a hyphen if it has one. */
    static List<String> words(String text, int width) {
        return join(List.of(text.strip().split("\\s+")), " ", width);
    }

    /** A line of a note, whose further lines stand a little to the right of its first. */
    static List<String> indented(String line, int width) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        List<String> first = words(line, width - indent.length());
        if (first.size() <= 1) {
            return List.of(line.stripTrailing());
        }
        var lines = new ArrayList<String>(List.of(indent + first.getFirst()));
        String rest = line.strip().substring(first.getFirst().length());
        words(rest, width - indent.length() - 2).forEach(text -> lines.add(indent + "  " + text));
        return lines;
    }

    /** Between the items only, as long as an item fits. */
    static List<String> items(List<String> items, String separator, int width) {
        var pieces = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            String piece = i + 1 < items.size() ? items.get(i) + separator : items.get(i);
            if (piece.length() <= width) {
                pieces.add(piece);
            } else {
                pieces.addAll(List.of(piece.split(" ")));
            }
        }
        return join(pieces, " ", width);
    }

    /** A label of segment fields, between {@code >} and {@code <}. */
    static List<String> fields(String label, int width) {
        return join(List.of(label.split("(?<=>)(?=<)")), "", width);
    }

    private static List<String> join(List<String> pieces, String glue, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String piece : pieces) {
            if (!line.isEmpty() && line.length() + glue.length() + piece.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = line.isEmpty() ? piece : glue + piece;
            while (rest.length() > width) { // only ever at the start of a line
                int cut = 1 + rest.lastIndexOf('-', width - 1);
                lines.add(rest.substring(0, cut > 0 ? cut : width));
                rest = rest.substring(cut > 0 ? cut : width);
            }
            line.append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
