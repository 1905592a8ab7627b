package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import java.util.List;
import java.util.Optional;

/**
 * What the network may say to an end of what that end has sent; it costs one fault.
 *
 * @param event as {@link #of} gives it
 * @param fields a value for each, computed from the control block of whom it is meant for
 * @param states of whom it is meant for, when the network says so
 */
public record Report(Event event, List<Setting> fields, List<State> states, Place place) {
    public Report {
        fields = List.copyOf(fields);
        states = List.copyOf(states);
    }

    /** The message of a protocol that is none of the other end's: its first message is what ends send each other. */
    public static Optional<Event> of(Protocol protocol) {
        return protocol.events().stream()
                .filter(event -> event.kind() == Event.Kind.MESSAGE)
                .skip(1)
                .findFirst();
    }
}
