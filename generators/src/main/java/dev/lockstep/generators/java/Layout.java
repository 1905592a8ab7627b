package dev.lockstep.generators.java;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lays a {@link Doc} out in lines: a group stays on one line if it fits there. */
final class Layout {

    /** Columns of a generated file. */
    static final int WIDTH = 120;

    /** Blanks by which a continued line is indented. */
    private static final int CONTINUATION = 8;

    /** A document yet to be written, as part of a broken or an unbroken group. */
    private record Pending(Doc doc, int indent, boolean broken) {}

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private int column;

    private Layout(int width) {
        this.width = width;
    }

    /** On one line, however long. */
    static String flat(Doc doc) {
        return new Layout(Integer.MAX_VALUE).write(doc);
    }

    /**
     * On as many lines as it takes.
     *
     * @param indent of the place where the text will stand; it is left to the template, which adds it to each line
     */
    static String lines(Doc doc, int indent) {
        return new Layout(WIDTH - indent).write(doc);
    }

    private String write(Doc doc) {
        Deque<Pending> todo = new ArrayDeque<>();
        todo.push(new Pending(doc, 0, false));
        while (!todo.isEmpty()) {
            Pending next = todo.pop();
            switch (next.doc()) {
                case Doc.Text(String word) -> put(word);
                case Doc.Break(String flat) -> {
                    if (next.broken()) {
                        text.append('\n').append(" ".repeat(next.indent()));
                        column = next.indent();
                    } else {
                        put(flat);
                    }
                }
                case Doc.Sequence(var parts) -> {
                    for (Doc part : parts.reversed()) {
                        todo.push(new Pending(part, next.indent(), next.broken()));
                    }
                }
                case Doc.Nest(Doc inner) -> todo.push(new Pending(inner, next.indent() + CONTINUATION, next.broken()));
                case Doc.Group(Doc inner) -> todo.push(new Pending(inner, next.indent(), !fits(inner, todo)));
            }
        }
        return text.toString();
    }

    private void put(String word) {
        text.append(word);
        column += word.length();
    }

    /** Whether {@code inner} on one line, with what follows it up to the next possible break, ends inside the width. */
    private boolean fits(Doc inner, Deque<Pending> rest) {
        int room = width - column - length(inner);
        for (Pending following : rest) {
            room -= lengthToBreak(following.doc());
            if (hasBreak(following.doc())) {
                break;
            }
        }
        return room >= 0;
    }

    private static boolean hasBreak(Doc doc) {
        return switch (doc) {
            case Doc.Text ignored -> false;
            case Doc.Break ignored -> true;
            case Doc.Sequence(var parts) -> parts.stream().anyMatch(Layout::hasBreak);
            case Doc.Nest(Doc inner) -> hasBreak(inner);
            case Doc.Group(Doc inner) -> hasBreak(inner);
        };
    }

    private static int lengthToBreak(Doc doc) {
        return switch (doc) {
            case Doc.Text(String word) -> word.length();
            case Doc.Break ignored -> 0;
            case Doc.Sequence(var parts) -> {
                int sum = 0;
                for (Doc part : parts) {
                    sum += lengthToBreak(part);
                    if (hasBreak(part)) {
                        yield sum;
                    }
                }
                yield sum;
            }
            case Doc.Nest(Doc inner) -> lengthToBreak(inner);
            case Doc.Group(Doc inner) -> lengthToBreak(inner);
        };
    }

    private static int length(Doc doc) {
        return switch (doc) {
            case Doc.Text(String word) -> word.length();
            case Doc.Break(String flat) -> flat.length();
            case Doc.Sequence(var parts) ->
                parts.stream().mapToInt(Layout::length).sum();
            case Doc.Nest(Doc inner) -> length(inner);
            case Doc.Group(Doc inner) -> length(inner);
        };
    }
}
