package dev.lockstep.harness.ladder;

import java.nio.charset.Charset;

/**
 * The characters of a drawing.
 *
 * @param rail a lifeline where nothing happens
 * @param call a lifeline where the user calls or a timer expires
 * @param fromLeft a lifeline where an arrow to the right starts
 * @param fromRight a lifeline where an arrow to the left starts
 * @param flight where a message stays in the network
 * @param to between an old and a new value
 */
public record Glyphs(
        String rail,
        String call,
        String fromLeft,
        String fromRight,
        String line,
        String rightHead,
        String leftHead,
        String flight,
        String to,
        String loopTop,
        String loopSide,
        String loopBottom) {

    public static final Glyphs UNICODE = new Glyphs("│", "●", "├", "┤", "─", "▶", "◀", "···", "→", "┌▶", "│ ", "└─");

    public static final Glyphs ASCII = new Glyphs("|", "*", "|", "|", "-", ">", "<", "...", "->", "+>", "| ", "+-");

    /** Boxes and arrows where the output can carry them. */
    public static Glyphs fitting(Charset charset) {
        return charset.newEncoder().canEncode("│●├┤─▶◀·→┌└") ? UNICODE : ASCII;
    }
}
