package dev.lockstep.harness.ladder;

import java.util.Locale;

/** Writes the few shapes that a ladder is made of. */
final class Svg {

    private final StringBuilder shapes = new StringBuilder();

    void line(String style, double x1, double y1, double x2, double y2) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", style, x1, y1, x2, y2);
    }

    /** A line with a point at its end. */
    void arrow(String style, double x1, double y1, double x2, double y2) {
        add(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" marker-end=\"url(#point)\"/>",
                style, x1, y1, x2, y2);
    }

    void circle(String style, double x, double y, double radius) {
        add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", style, x, y, radius);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end}: which part of the text is at (x, y) */
    void text(String style, String anchor, double x, double y, String text) {
        add(
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                style, anchor, x, y, escaped(text));
    }

    /** Text along a line that falls or rises by {@code degrees}. */
    void slanted(String style, double x, double y, double degrees, String text) {
        add(
                "<text class=\"%s\" text-anchor=\"middle\" transform=\"translate(%.1f %.1f) rotate(%.2f)\" dy=\"-4\">%s</text>",
                style, x, y, degrees, escaped(text));
    }

    /** The whole picture. {@code style} is a style sheet. */
    String picture(double width, double height, String style, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" viewBox="0 0 %1$.0f %2$.0f">
                <title>%3$s</title>
                <defs><marker id="point" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto">\
                <path d="M0 0 L10 5 L0 10 z"/></marker></defs>
                <style>
                %4$s</style>
                <rect width="100%%" height="100%%" fill="white"/>
                %5$s</svg>
                """.formatted(width, height, escaped(title), style, shapes);
    }

    private void add(String form, Object... arguments) {
        shapes.append(String.format(Locale.ROOT, form, arguments)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
