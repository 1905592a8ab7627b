package dev.lockstep.harness.ladder;

import java.util.List;

/**
 * What to draw.
 *
 * @param title one line above the drawing; may be empty
 * @param notes paragraphs below it: what is wrong, in which state it ends
 */
public record Ladder(String title, Lane left, Lane right, List<LadderEvent> events, Ending ending, List<String> notes) {
    public Ladder {
        events = List.copyOf(events);
        notes = List.copyOf(notes);
        if (ending instanceof Ending.Repeats(int event) && (event < 0 || event >= events.size())) {
            throw new IllegalArgumentException("repeats from event " + event + " of " + events.size());
        }
    }

    public Lane lane(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
