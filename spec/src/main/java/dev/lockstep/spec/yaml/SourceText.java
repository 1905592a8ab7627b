package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Place;
import java.util.Arrays;

/** The text of a file, with its lines. Lines end at LF, CR LF or CR. */
final class SourceText {

    private final String file;
    private final String text;
    private final int[] lineStarts;

    /** @param file as diagnostics shall name it */
    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = findLines(text);
    }

    private static int[] findLines(String text) {
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crlf)) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    String text() {
        return text;
    }

    Place wholeFile() {
        return new Place(file, 0, 0);
    }

    /** The place of the character at {@code offset}, 0-based in chars; columns count code points, as editors do. */
    Place place(int offset) {
        int at = Math.clamp(offset, 0, text.length());
        int line = Arrays.binarySearch(lineStarts, at);
        line = line >= 0 ? line : -line - 2;
        return new Place(file, line + 1, text.codePointCount(lineStarts[line], at) + 1);
    }

    /** The offset of a place as SnakeYAML counts it: 0-based line and column, the latter in code points. */
    int offset(int line, int column) {
        if (line >= lineStarts.length) {
            return text.length();
        }
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        int start = lineStarts[line];
        return text.codePointCount(start, end) <= column ? end : text.offsetByCodePoints(start, column);
    }
}
