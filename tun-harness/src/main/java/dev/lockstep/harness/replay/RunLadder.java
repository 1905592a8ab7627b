package dev.lockstep.harness.replay;

import dev.lockstep.harness.ladder.Cause;
import dev.lockstep.harness.ladder.Ending;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.LadderEvent;
import dev.lockstep.harness.ladder.Lane;
import dev.lockstep.harness.ladder.Message;
import dev.lockstep.harness.ladder.Side;
import java.util.ArrayList;
import java.util.List;

/** Draws the events of one control block up to the line that is wrong; of the peer it shows what arrived from it. */
final class RunLadder {

    /** As many as fit on a screen or two. */
    static final int EVENTS = 8;

    private static final Side PEER = Side.LEFT;
    private static final Side STACK = Side.RIGHT;

    private final List<LadderEvent> events = new ArrayList<>();
    private int messages;

    private RunLadder() {}

    static Ladder of(String file, List<RunEvent> run, Finding finding) {
        var ladder = new RunLadder();
        ladder.events.add(new LadderEvent.Remark("", "numbers as on the wire, times in ms, at the left the line"));
        run.forEach(ladder::draw);
        ladder.events.add(new LadderEvent.Remark("", "line " + finding.event().line() + " is not what the tables do"));
        var notes = new ArrayList<>(finding.differences());
        finding.row().ifPresent(row -> notes.add("nearest row: " + row.id() + " (" + row.place() + ")"));
        return new Ladder(
                file + ", line " + finding.event().line() + ": "
                        + finding.event().key(),
                new Lane("peer", ""),
                new Lane(finding.event().key(), ""),
                ladder.events,
                new Ending.Open(),
                notes);
    }

    private void draw(RunEvent event) {
        Cause cause = cause(event);
        if (cause instanceof Cause.Arrival(Message message)) {
            events.add(new LadderEvent.Step("", PEER, new Cause.Unseen(), "", List.of(), List.of(), List.of(message)));
        }
        List<Message> sends = event.sent().stream()
                .map(sent -> new Message(++messages, SegmentLabel.of(sent)))
                .toList();
        String state = event.set().containsKey(RunLine.STATE)
                ? event.set().get(RunLine.STATE).textValue()
                : "";
        events.add(new LadderEvent.Step(
                Integer.toString(event.line()), STACK, cause, state, event.rows(), List.of(), sends));
        for (Message message : sends) {
            events.add(new LadderEvent.Step("", PEER, new Cause.Arrival(message), "", List.of(), List.of(), List.of()));
        }
    }

    private Cause cause(RunEvent event) {
        if (!event.timer().isEmpty()) {
            return new Cause.Expiry(event.timer());
        }
        return event.fields().containsKey("SEG.SEQ")
                ? new Cause.Arrival(new Message(++messages, SegmentLabel.of(event)))
                : new Cause.Call(event.event());
    }
}
