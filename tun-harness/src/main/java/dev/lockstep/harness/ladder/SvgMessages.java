package dev.lockstep.harness.ladder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the messages of a ladder, each from where it leaves to where it arrives or is lost. */
final class SvgMessages {

    private static final double LINE = 16;

    /** How far a message gets that is lost, or that is still on its way at the end. */
    private static final double FAR = 0.72;

    /** A label on a longer way stands near its beginning, since others cross it. */
    private static final double LONG_WAY = 5 * LINE;

    private final Ladder ladder;
    private final Svg svg;
    private final Map<Side, Double> rails;
    private final double[] tops;
    private final Map<Message, Deque<Start>> copies = new LinkedHashMap<>();

    /** Drawn after all lines, so that none crosses them out. */
    private final List<Runnable> labels = new ArrayList<>();

    /** Where a copy of a message set out. */
    private record Start(double x, double y, Side from, boolean labelled) {}

    SvgMessages(Ladder ladder, Svg svg, Map<Side, Double> rails, double[] tops) {
        this.ladder = ladder;
        this.svg = svg;
        this.rails = rails;
        this.tops = tops;
    }

    void draw() {
        for (int i = 0; i < ladder.events().size(); i++) {
            double y = tops[i] + LINE - 4;
            switch (ladder.events().get(i)) {
                case LadderEvent.Step step -> step(step, y);
                case LadderEvent.Mishap mishap -> mishap(mishap, y);
                case LadderEvent.Remark remark -> {}
            }
        }
        copies.forEach((message, starts) -> starts.forEach(start -> unsettled(message, start)));
        labels.forEach(Runnable::run);
    }

    private void step(LadderEvent.Step step, double y) {
        if (step.cause() instanceof Cause.Arrival(Message message)) {
            Start start = next(message, step.at().other(), y);
            double x = rails.get(step.at());
            svg.arrow("sent", start.x, start.y, x, y);
            label(message, start, x, y);
        }
        double leaves = y;
        for (Message message : step.sends()) {
            leaves += LINE;
            starts(message).add(new Start(rails.get(step.at()), leaves, step.at(), true));
        }
    }

    private void mishap(LadderEvent.Mishap mishap, double y) {
        Message message = mishap.message();
        Side from = mishap.towards().other();
        switch (mishap.fate()) {
            case LOST -> {
                Start start = next(message, from, y);
                double x = rails.get(from) + FAR * (rails.get(mishap.towards()) - rails.get(from));
                svg.line("lost", start.x, start.y, x, y);
                svg.line("lost", x - 5, y - 5, x + 5, y + 5);
                svg.line("lost", x - 5, y + 5, x + 5, y - 5);
                label(message, start, x, y);
            }
            case DUPLICATED -> {
                starts(message).add(new Start(middle(), y, from, false));
                word(mishap.fate(), y);
            }
            case OVERTAKEN -> word(mishap.fate(), y);
            case FORGED -> {
                starts(message).add(new Start(middle(), y + 6, from, true));
                word(mishap.fate(), y);
            }
        }
    }

    private void word(Fate fate, double y) {
        labels.add(() -> svg.text("word label", "middle", middle(), y + 4, fate.word()));
    }

    /** A message still on its way when the story ends. */
    private void unsettled(Message message, Start start) {
        double x = start.x + FAR * (rails.get(start.from.other()) - start.x);
        double y = Math.min(start.y + LINE, tops[tops.length - 1]);
        svg.arrow("unsettled", start.x, start.y, x, y);
        label(message, start, x, y);
    }

    private Deque<Start> starts(Message message) {
        return copies.computeIfAbsent(message, any -> new ArrayDeque<>());
    }

    /** The oldest copy on its way. A message that nobody was seen to send comes from the middle of the network. */
    private Start next(Message message, Side from, double y) {
        Start start = starts(message).poll();
        return start == null ? new Start(middle(), y, from, true) : start;
    }

    private void label(Message message, Start start, double x, double y) {
        if (start.labelled) {
            double part = Math.abs(y - start.y) < LONG_WAY ? 0.5 : 0.36;
            double degrees = Math.toDegrees(Math.atan((y - start.y) / (x - start.x)));
            labels.add(() -> svg.slanted(
                    "label", start.x + part * (x - start.x), start.y + part * (y - start.y), degrees, message.label()));
        }
    }

    private double middle() {
        return (rails.get(Side.LEFT) + rails.get(Side.RIGHT)) / 2;
    }
}
