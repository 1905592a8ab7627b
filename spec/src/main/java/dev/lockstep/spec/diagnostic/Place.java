package dev.lockstep.spec.diagnostic;

/**
 * A place in a file of the user's.
 *
 * @param file path as the user would write it, relative to where the tables were asked for
 * @param line 1-based; 0 when the whole file is meant
 * @param column 1-based, in characters; 0 when the whole line is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** The form editors make clickable: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }
}
