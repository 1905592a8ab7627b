package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a ladder as a picture. Other than in {@link TextLadder}, a segment is one arrow from where it is sent to where it
 * arrives, however much happens in between: crossing and overtaken segments cross here too.
 */
public final class SvgLadder {

    private static final double LINE = 16;
    private static final double LETTER = 7.3;
    private static final double EDGE = 20;
    private static final double BETWEEN = 420;
    private static final double GAP = 12;
    private static final int PANEL_LETTERS = 36;

    private static final String STYLE = """
            text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #24292f; }
            .title, .lane { font-weight: bold; font-size: 14px; }
            .cause { font-weight: bold; }
            .state { font-weight: bold; fill: #0a3069; }
            .rows { fill: #1a7f37; }
            .changes, .when { fill: #57606a; }
            .rail { stroke: #8c959f; stroke-width: 2; }
            line.sent { stroke: #24292f; stroke-width: 1.3; }
            line.unsettled { stroke: #57606a; stroke-width: 1.3; stroke-dasharray: 5 4; }
            line.lost { stroke: #cf222e; stroke-width: 1.3; }
            text.word { fill: #cf222e; font-weight: bold; }
            .label { paint-order: stroke; stroke: white; stroke-width: 4px; }
            .dot { fill: #24292f; }
            .loop { stroke: #8250df; stroke-width: 2; }
            .again { fill: #8250df; font-weight: bold; }
            """;

    private final Ladder ladder;
    private final Svg svg = new Svg();
    private final List<List<Panel.Line>> panels = new ArrayList<>();
    private final double[] tops;
    private final double bottom;
    private final Map<Side, Double> rails = new EnumMap<>(Side.class);
    private final double width;

    private SvgLadder(Ladder ladder) {
        this.ladder = ladder;
        preparePanels();
        double panel = LETTER
                * panels.stream()
                        .flatMap(List::stream)
                        .mapToInt(line -> line.text().length())
                        .max()
                        .orElse(0);
        panel = Math.max(panel, 100);
        int when = ladder.events().stream()
                .mapToInt(event -> event.when().length())
                .max()
                .orElse(0);
        rails.put(Side.LEFT, EDGE + when * LETTER + 3 * GAP + panel + GAP);
        rails.put(Side.RIGHT, rails.get(Side.LEFT) + BETWEEN);
        width = rails.get(Side.RIGHT) + GAP + panel + EDGE;
        tops = new double[ladder.events().size() + 1];
        tops[0] = EDGE + 6 * LINE;
        for (int i = 0; i < panels.size(); i++) {
            tops[i + 1] = tops[i] + height(i);
        }
        bottom = tops[panels.size()];
    }

    /** The text of an SVG file. */
    public static String draw(Ladder ladder) {
        return new SvgLadder(ladder).draw();
    }

    private void preparePanels() {
        Map<Side, String> states = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            states.put(side, ladder.lane(side).state());
        }
        for (LadderEvent event : ladder.events()) {
            panels.add(
                    event instanceof LadderEvent.Step step
                            ? Panel.of(step, states.put(step.at(), step.state()), PANEL_LETTERS, "→")
                            : List.of());
        }
    }

    private double height(int event) {
        int sends = ladder.events().get(event) instanceof LadderEvent.Step step
                ? step.sends().size()
                : 0;
        return LINE * Math.max(panels.get(event).size(), 1 + sends) + LINE;
    }

    private String draw() {
        svg.text("title", "start", EDGE, EDGE + LINE, ladder.title());
        for (Side side : Side.values()) {
            String anchor = side == Side.LEFT ? "end" : "start";
            svg.text(
                    "lane",
                    anchor,
                    beside(side),
                    EDGE + 3 * LINE,
                    ladder.lane(side).name());
            svg.text(
                    "state",
                    anchor,
                    beside(side),
                    EDGE + 4 * LINE,
                    ladder.lane(side).state());
            svg.line("rail", rails.get(side), EDGE + 2.5 * LINE, rails.get(side), bottom);
        }
        new SvgMessages(ladder, svg, rails, tops).draw();
        for (int i = 0; i < panels.size(); i++) {
            event(i);
        }
        double y = end() + LINE;
        int letters = (int) ((width - 2 * EDGE) / LETTER);
        for (String note : ladder.notes()) {
            for (String line : note.lines()
                    .flatMap(text -> Wrap.indented(text, letters).stream())
                    .toList()) {
                int indent = line.length() - line.stripLeading().length();
                svg.text("note", "start", EDGE + indent * LETTER, y += LINE, line.strip());
            }
            y += LINE / 2;
        }
        return svg.picture(width, y + EDGE, STYLE, ladder.title());
    }

    private void event(int index) {
        double y = tops[index] + LINE;
        LadderEvent event = ladder.events().get(index);
        svg.text("when", "start", EDGE + 2 * GAP, y, event.when());
        switch (event) {
            case LadderEvent.Step step -> {
                if (!Panel.cause(step.cause()).isEmpty()) {
                    svg.circle("dot", rails.get(step.at()), y - 4, 4);
                }
                for (Panel.Line line : panels.get(index)) {
                    svg.text(
                            style(line.kind()),
                            step.at() == Side.LEFT ? "end" : "start",
                            beside(step.at()),
                            y,
                            line.text());
                    y += LINE;
                }
            }
            case LadderEvent.Mishap mishap -> {}
            case LadderEvent.Remark remark ->
                svg.text("label", "middle", rails.get(Side.LEFT) + BETWEEN / 2, y, remark.text());
        }
    }

    /** Draws what comes after the last event, and says how far down it reaches. */
    private double end() {
        return switch (ladder.ending()) {
            case Ending.Open open -> bottom;
            case Ending.Stays stays -> {
                svg.text("again", "start", EDGE, bottom + LINE, "nothing happens any more, for ever");
                yield bottom + LINE;
            }
            case Ending.Repeats(int event) -> {
                double x = EDGE;
                double top = tops[event] + LINE - 4;
                svg.line("loop", x, bottom, x, top);
                svg.line("loop", x, bottom, x + GAP, bottom);
                svg.arrow("loop", x, top, x + GAP - 2, top);
                String when = ladder.events().get(event).when();
                svg.text("again", "start", x, bottom + LINE, "again from " + when + ", for ever");
                yield bottom + LINE;
            }
        };
    }

    private double beside(Side side) {
        return rails.get(side) + (side == Side.LEFT ? -GAP : GAP);
    }

    private static String style(Panel.Kind kind) {
        return switch (kind) {
            case CAUSE -> "cause";
            case STATE -> "state";
            case ROWS -> "rows";
            case CHANGES -> "changes";
        };
    }
}
