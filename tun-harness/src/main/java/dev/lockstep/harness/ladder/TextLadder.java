package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws a ladder with characters:
 *
 * <pre>
 *     A                          │                                      │ B
 *     CLOSED                     │                                      │ LISTEN
 * 1   OPEN active                ●                                      │
 *     CLOSED → SYN-SENT          │                                      │
 * 2                              ├────────── &lt;SEQ=6&gt;&lt;CTL=SYN&gt; ─────────▶│ LISTEN → SYN-RECEIVED
 * </pre>
 */
public final class TextLadder {

    /** What is wider does not fit beside other things on a screen, nor into a report. */
    public static final int WIDEST = 100;

    /** With less, neither the names of two states nor a label of two fields fit on one line. */
    public static final int NARROWEST = 64;

    private static final int LEAST_BETWEEN = 26;
    private static final int LEAST_PANEL = 14;
    private static final int DASHES = 6;

    private final Ladder ladder;
    private final Legs legs;
    private final Glyphs glyphs;
    private final int width;
    private final int margin;
    private final Map<Side, Integer> panels = new EnumMap<>(Side.class);
    private final int between;
    private final Arrow arrow;
    private final List<String> lines = new ArrayList<>();
    private final Map<Side, String> states = new EnumMap<>(Side.class);
    private String bar;

    private TextLadder(Ladder ladder, int width, Glyphs glyphs) {
        this.ladder = ladder;
        this.legs = new Legs(ladder);
        this.glyphs = glyphs;
        this.width = Math.clamp(width, NARROWEST, WIDEST);
        this.bar = ladder.ending() instanceof Ending.Repeats ? "   " : "";
        this.margin = 1
                + Math.max(
                        2,
                        ladder.events().stream()
                                .mapToInt(event -> event.when().length())
                                .max()
                                .orElse(0));
        int room = this.width - bar.length() - margin - 4; // two rails, and a blank beside each
        this.between = Math.clamp(longestLabel() + DASHES, LEAST_BETWEEN, Math.max(LEAST_BETWEEN, room * 2 / 5));
        this.arrow = new Arrow(glyphs, between);
        int half = Math.max(LEAST_PANEL, (room - between) / 2);
        for (Side side : Side.values()) {
            // Where an end says nothing, the other has its place.
            int narrow = Math.max(LEAST_PANEL, ladder.lane(side).name().length());
            boolean gives = isSilent(side) && !isSilent(side.other()) && narrow < half;
            panels.merge(side, gives ? narrow - half : 0, Integer::sum);
            panels.merge(side.other(), gives ? half - narrow : 0, Integer::sum);
            panels.merge(side, half, Integer::sum);
            states.put(side, ladder.lane(side).state());
        }
    }

    /** The drawing, each line ended by {@code \n}. {@code width} is held between {@link #NARROWEST} and {@link #WIDEST}. */
    public static String draw(Ladder ladder, int width, Glyphs glyphs) {
        return new TextLadder(ladder, width, glyphs).draw();
    }

    private String draw() {
        if (!ladder.title().isEmpty()) {
            lines.addAll(Wrap.words(ladder.title(), width));
            lines.add("");
        }
        row("", ladder.left().name(), empty(), ladder.right().name());
        row("", ladder.left().state(), empty(), ladder.right().state());
        for (int i = 0; i < ladder.events().size(); i++) {
            boolean begins = ladder.ending() instanceof Ending.Repeats(int event) && event == i;
            event(i, begins);
        }
        end();
        for (String note : ladder.notes()) {
            lines.add("");
            note.lines().forEach(line -> lines.addAll(Wrap.indented(line, width)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** What stands beside each other for one event. */
    private record Band(Side at, List<String> words, List<Arrow.Line> arrows) {

        boolean isEmpty() {
            return words.isEmpty() && arrows.isEmpty();
        }
    }

    private void event(int index, boolean beginsLoop) {
        Band band = band(index);
        String when = ladder.events().get(index).when();
        if (band.isEmpty() && when.isEmpty() && !beginsLoop) {
            return;
        }
        row("", "", empty(), "");
        int height = Math.max(1, Math.max(band.words.size(), band.arrows.size()));
        for (int i = 0; i < height; i++) {
            String text = i < band.words.size() ? band.words.get(i) : "";
            if (beginsLoop) {
                bar = (i == 0 ? glyphs.loopTop() : glyphs.loopSide()) + " ";
            }
            row(
                    i == 0 ? when : "",
                    band.at == Side.LEFT ? text : "",
                    i < band.arrows.size() ? band.arrows.get(i) : empty(),
                    band.at == Side.RIGHT ? text : "");
        }
    }

    private Band band(int index) {
        List<Arrow.Line> arrows =
                legs.of(index).stream().flatMap(leg -> arrow.draw(leg).stream()).toList();
        return switch (ladder.events().get(index)) {
            case LadderEvent.Step step -> {
                String before = states.put(step.at(), step.state());
                List<String> words = Panel.of(step, before, panels.get(step.at()), glyphs.to()).stream()
                        .map(Panel.Line::text)
                        .toList();
                boolean called = !Panel.cause(step.cause()).isEmpty();
                yield new Band(step.at(), words, called ? prepend(dot(step.at()), arrows) : arrows);
            }
            case LadderEvent.Mishap mishap -> new Band(Side.LEFT, List.of(), arrows);
            case LadderEvent.Remark remark ->
                new Band(
                        Side.LEFT,
                        List.of(),
                        Wrap.words(remark.text(), between - 2).stream()
                                .map(text -> new Arrow.Line(glyphs.rail(), pad(" " + text, between), glyphs.rail()))
                                .toList());
        };
    }

    private static <T> List<T> prepend(T first, List<T> rest) {
        var all = new ArrayList<T>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private void end() {
        switch (ladder.ending()) {
            case Ending.Open open -> {}
            case Ending.Stays stays -> {
                row("", "", empty(), "");
                lines.add(" ".repeat(margin) + "nothing happens any more, for ever");
            }
            case Ending.Repeats(int event) ->
                lines.add(glyphs.loopBottom() + " again from "
                        + ladder.events().get(event).when() + ", for ever");
        }
    }

    private void row(String when, String left, Arrow.Line middle, String right) {
        String line = bar + pad(when, margin) + pad(left, panels.get(Side.LEFT)) + " " + middle.left() + middle.middle()
                + middle.right() + " " + right;
        lines.add(line.stripTrailing());
    }

    private Arrow.Line empty() {
        return new Arrow.Line(glyphs.rail(), " ".repeat(between), glyphs.rail());
    }

    private Arrow.Line dot(Side at) {
        return new Arrow.Line(
                at == Side.LEFT ? glyphs.call() : glyphs.rail(),
                " ".repeat(between),
                at == Side.RIGHT ? glyphs.call() : glyphs.rail());
    }

    /** Whether nothing is to be written beside this end's rail: an end of which only the segments are known. */
    private boolean isSilent(Side side) {
        return ladder.lane(side).state().isEmpty()
                && ladder.events().stream()
                        .allMatch(event -> !(event instanceof LadderEvent.Step step)
                                || step.at() != side
                                || Panel.of(step, "", NARROWEST, "").isEmpty());
    }

    private int longestLabel() {
        return IntStream.range(0, ladder.events().size())
                .boxed()
                .flatMap(event -> legs.of(event).stream())
                .map(Leg::message)
                .mapToInt(message -> message.label().length())
                .max()
                .orElse(0);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
