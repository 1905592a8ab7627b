package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides the ways of the messages into legs, in the manner of the figures of RFC 9293: an arrow from rail to rail when
 * nothing happens between sending and arrival, otherwise one arrow into the network and another one out of it.
 */
final class Legs {

    private final List<LadderEvent> events;

    Legs(Ladder ladder) {
        this.events = ladder.events();
    }

    /** The legs drawn beside this event: first what it is about, then what it sends. */
    List<Leg> of(int event) {
        var legs = new ArrayList<Leg>();
        switch (events.get(event)) {
            case LadderEvent.Step step -> {
                if (step.cause() instanceof Cause.Arrival(Message message)) {
                    legs.add(incoming(event, message, step.at().other(), Leg.Head.RECEIVER));
                }
                for (Message message : step.sends()) {
                    if (!isWhole(event, message)) {
                        legs.add(new Leg(step.at(), message, Leg.Tail.SENDER, Leg.Head.NETWORK, true));
                    }
                }
            }
            case LadderEvent.Mishap mishap -> legs.add(mishap(event, mishap));
            case LadderEvent.Remark remark -> {}
        }
        return legs;
    }

    private Leg mishap(int event, LadderEvent.Mishap mishap) {
        Side from = mishap.towards().other();
        return switch (mishap.fate()) {
            case LOST -> incoming(event, mishap.message(), from, Leg.Head.LOST);
            case DUPLICATED -> incoming(event, mishap.message(), from, Leg.Head.DUPLICATED);
            case OVERTAKEN -> incoming(event, mishap.message(), from, Leg.Head.OVERTAKEN);
            case FORGED -> new Leg(from, mishap.message(), Leg.Tail.FORGER, Leg.Head.NETWORK, true);
        };
    }

    private Leg incoming(int event, Message message, Side from, Leg.Head head) {
        boolean whole = event > 0 && isWhole(event - 1, message);
        boolean ends = head == Leg.Head.RECEIVER || head == Leg.Head.LOST;
        return new Leg(from, message, whole ? Leg.Tail.SENDER : Leg.Tail.NETWORK, head, !whole || !ends);
    }

    /**
     * Whether the arrow of a message sent in this event is drawn beside the next one, since that is what becomes of it. Only
     * the last message sent: those after it would seem to be sent before it.
     */
    private boolean isWhole(int event, Message message) {
        return events.get(event) instanceof LadderEvent.Step step
                && !step.sends().isEmpty()
                && step.sends().getLast().equals(message)
                && event + 1 < events.size()
                && about(events.get(event + 1)).filter(message::equals).isPresent();
    }

    private static Optional<Message> about(LadderEvent event) {
        return switch (event) {
            case LadderEvent.Step step ->
                step.cause() instanceof Cause.Arrival(Message message) ? Optional.of(message) : Optional.empty();
            case LadderEvent.Mishap mishap ->
                mishap.fate() == Fate.FORGED ? Optional.empty() : Optional.of(mishap.message());
            case LadderEvent.Remark remark -> Optional.empty();
        };
    }
}
