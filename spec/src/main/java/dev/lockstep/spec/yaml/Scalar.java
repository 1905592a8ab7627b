package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.syntax.Positions;

/**
 * A text, and where each of its characters stands in the file, whether it is plain, quoted, folded or literal there.
 *
 * <p>YAML drops indentation, folds lines and replaces escapes, so text and source run apart. They are aligned anew when asked:
 * blanks of the text stand for any run of blanks in the source, and every other character for the next one like it.
 */
public final class Scalar implements Node, Positions {

    private final String text;
    private final SourceText source;
    private final int start;
    private final int end;

    /**
     * @param start where the scalar begins in the source, with quotes or block header, in chars
     * @param end where it ends
     */
    Scalar(String text, SourceText source, int start, int end) {
        this.text = text;
        this.source = source;
        this.start = start;
        this.end = end;
    }

    public String text() {
        return text;
    }

    /** Another text in the place of this one. Only its beginning is known to be where it says. */
    public Scalar with(String other) {
        return new Scalar(other, source, start, end);
    }

    @Override
    public Place place() {
        return source.place(start);
    }

    @Override
    public Place at(int offset) {
        return source.place(sourceOffset(Math.min(offset, text.length())));
    }

    private int sourceOffset(int offset) {
        String raw = source.text();
        int at = contentStart(raw);
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                at = find(raw, c, at) + 1;
            }
        }
        if (offset < text.length() && !isBlank(text.charAt(offset))) {
            return Math.min(find(raw, text.charAt(offset), at), end);
        }
        return Math.min(at, end);
    }

    private int find(String raw, char wanted, int from) {
        int at = from;
        while (at < end && raw.charAt(at) != wanted) {
            at++;
        }
        return at;
    }

    /** Behind the quote, or behind the line that holds {@code >-} or {@code |}. */
    private int contentStart(String raw) {
        if (start >= end) {
            return start;
        }
        return switch (raw.charAt(start)) {
            case '\'', '"' -> start + 1;
            case '>', '|' -> {
                int newline = raw.indexOf('\n', start);
                yield newline < 0 || newline > end ? end : newline + 1;
            }
            default -> start;
        };
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return text;
    }
}
