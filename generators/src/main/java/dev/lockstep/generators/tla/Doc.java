package dev.lockstep.generators.tla;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that knows where it may be broken: each group stands on one line if it fits, else all its own breaks become line
 * ends. Lines inside an {@link Align} start at the column where it began, which is what TLA+'s bullet lists need.
 */
sealed interface Doc {

    /** Text without line ends. */
    record Text(String text) implements Doc {}

    /** A blank while the group is on one line, a line end when it is broken. */
    record Break(String flat) implements Doc {}

    /** One after the other. */
    record Cat(List<Doc> parts) implements Doc {
        public Cat {
            parts = List.copyOf(parts);
        }
    }

    /** Broken as a whole or not at all. */
    record Group(Doc doc) implements Doc {}

    /** One thing when the group is on one line, another when it is broken. */
    record Either(Doc flat, Doc broken) implements Doc {}

    /** Lines start at the column at which this begins. */
    record Align(Doc doc) implements Doc {}

    /** Lines start so many columns further to the right. */
    record Nest(int columns, Doc doc) implements Doc {}

    static Doc text(String text) {
        return new Text(text);
    }

    /** A blank, or a line end. */
    static Doc line() {
        return new Break(" ");
    }

    /** Nothing, or a line end. */
    static Doc cut() {
        return new Break("");
    }

    static Doc cat(Doc... parts) {
        return new Cat(List.of(parts));
    }

    static Doc group(Doc... parts) {
        return new Group(cat(parts));
    }

    static Doc join(Doc between, List<Doc> parts) {
        var all = new ArrayList<Doc>();
        for (Doc part : parts) {
            if (!all.isEmpty()) {
                all.add(between);
            }
            all.add(part);
        }
        return new Cat(all);
    }

    /** The layout within a width; the text starts at column 0. */
    static String render(Doc doc, int width) {
        return new Layout(width).of(doc);
    }

    /** Wadler's layout, strict: one look ahead per group, to the end of the line. */
    final class Layout {
        private record Item(int indent, boolean flat, Doc doc) {}

        private final int width;
        private final StringBuilder out = new StringBuilder();
        private final ArrayDeque<Item> todo = new ArrayDeque<>();
        private int column;

        Layout(int width) {
            this.width = width;
        }

        String of(Doc doc) {
            todo.push(new Item(0, false, doc));
            while (!todo.isEmpty()) {
                put(todo.pop());
            }
            return out.toString();
        }

        private void put(Item item) {
            switch (item.doc()) {
                case Text text -> write(text.text());
                case Break(String flat) when item.flat() -> write(flat);
                case Break ignored -> newLine(item.indent());
                case Cat(List<Doc> parts) -> {
                    for (Doc part : parts.reversed()) {
                        todo.push(new Item(item.indent(), item.flat(), part));
                    }
                }
                case Group(Doc inner) ->
                    todo.push(new Item(item.indent(), item.flat() || fits(inner, item.indent()), inner));
                case Either(Doc flat, Doc broken) ->
                    todo.push(new Item(item.indent(), item.flat(), item.flat() ? flat : broken));
                case Align(Doc inner) -> todo.push(new Item(column, item.flat(), inner));
                case Nest(int columns, Doc inner) -> todo.push(new Item(item.indent() + columns, item.flat(), inner));
            }
        }

        private void write(String text) {
            out.append(text);
            column += text.length();
        }

        private void newLine(int indent) {
            out.append('\n').repeat(' ', indent);
            column = indent;
        }

        /** Does this fit on the rest of the line, together with what follows it up to the next break? */
        private boolean fits(Doc doc, int indent) {
            int left = width - column;
            var ahead = new ArrayDeque<Item>();
            ahead.push(new Item(indent, true, doc));
            var rest = todo.iterator();
            while (left >= 0) {
                if (ahead.isEmpty()) {
                    if (!rest.hasNext()) {
                        return true;
                    }
                    ahead.push(rest.next());
                }
                Item item = ahead.pop();
                switch (item.doc()) {
                    case Text text -> left -= text.text().length();
                    case Break(String flat) when item.flat() -> left -= flat.length();
                    case Break ignored -> {
                        return true;
                    }
                    case Cat(List<Doc> parts) -> {
                        for (Doc part : parts.reversed()) {
                            ahead.push(new Item(item.indent(), item.flat(), part));
                        }
                    }
                    case Group(Doc inner) -> ahead.push(new Item(item.indent(), item.flat(), inner));
                    case Either(Doc flat, Doc broken) ->
                        ahead.push(new Item(item.indent(), item.flat(), item.flat() ? flat : broken));
                    case Align(Doc inner) -> ahead.push(new Item(item.indent(), item.flat(), inner));
                    case Nest(int columns, Doc inner) -> ahead.push(new Item(item.indent(), item.flat(), inner));
                }
            }
            return false;
        }
    }
}
