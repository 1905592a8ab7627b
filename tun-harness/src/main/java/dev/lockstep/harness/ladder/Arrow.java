package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.List;

/** Draws one leg between the rails, as lines of which the last is the arrow. A label too long for it stands above. */
final class Arrow {

    /**
     * @param left the rail's character on the left
     * @param middle as wide as the space between the rails
     * @param right the rail's character on the right
     */
    record Line(String left, String middle, String right) {}

    /** A dash and a blank on both sides of a label. */
    private static final int LEAST_DASHES = 4;

    private final Glyphs glyphs;
    private final int width;

    Arrow(Glyphs glyphs, int width) {
        this.glyphs = glyphs;
        this.width = width;
    }

    List<Line> draw(Leg leg) {
        boolean rightward = leg.from() == Side.LEFT;
        String tail = tail(leg.tail());
        String head = head(leg.head(), rightward);
        String number = leg.numbered() ? "#" + leg.message().id() + " " : "";
        String label = number + leg.message().label();
        int dashes = width - tail.length() - head.length();
        var lines = new ArrayList<Line>();
        if (label.length() + LEAST_DASHES > dashes) {
            for (String above : Wrap.fields(label, width - 2)) {
                lines.add(new Line(glyphs.rail(), centred(above), glyphs.rail()));
            }
            label = "";
        }
        String shaft = shaft(label, dashes);
        String middle = rightward ? tail + shaft + head : head + shaft + mirrored(tail);
        boolean starts = leg.tail() == Leg.Tail.SENDER;
        lines.add(new Line(
                rightward && starts ? glyphs.fromLeft() : glyphs.rail(),
                middle,
                !rightward && starts ? glyphs.fromRight() : glyphs.rail()));
        return lines;
    }

    private String shaft(String label, int width) {
        if (label.isEmpty()) {
            return glyphs.line().repeat(width);
        }
        int dashes = width - label.length() - 2;
        return glyphs.line().repeat(dashes / 2) + " " + label + " "
                + glyphs.line().repeat(dashes - dashes / 2);
    }

    private String tail(Leg.Tail tail) {
        return switch (tail) {
            case SENDER -> "";
            case NETWORK -> "  " + glyphs.flight() + " ";
            case FORGER -> "  forged ";
        };
    }

    private String head(Leg.Head head, boolean rightward) {
        String point = rightward ? glyphs.rightHead() : glyphs.leftHead();
        String flight = glyphs.flight();
        return switch (head) {
            case RECEIVER -> point;
            case NETWORK -> rightward ? point + " " + flight + "  " : "  " + flight + " " + point;
            case LOST -> rightward ? "x       " : "       x";
            case DUPLICATED -> rightward ? point + " 2x " + flight + "  " : "  " + flight + " 2x " + point;
            case OVERTAKEN -> rightward ? point + " overtaken  " : "  overtaken " + point;
        };
    }

    /** A tail is a word with blanks around it, which change places. */
    private static String mirrored(String tail) {
        return tail.isEmpty() ? "" : " " + tail.strip() + "  ";
    }

    private String centred(String text) {
        int before = Math.max(0, (width - text.length()) / 2);
        return " ".repeat(before) + text + " ".repeat(Math.max(0, width - text.length() - before));
    }
}
