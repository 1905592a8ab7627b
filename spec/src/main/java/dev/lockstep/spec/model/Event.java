package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;

/**
 * Something that happens to a control block from outside: a segment arrives, a user calls. (A timer's expiry is the
 * third kind; it has no fields and is not declared here, see {@link Trigger}.)
 *
 * @param assumes what the mechanism promises of the fields (a length is never negative, say), as proof premises
 */
public record Event(String name, Kind kind, List<Field> fields, List<Invariant> assumes, String about, Place place) {

    /** Where the event comes from. */
    public enum Kind {
        /** From below: a segment, a datagram, a message. */
        MESSAGE,
        /** From above: OPEN, SEND, RECEIVE, CLOSE, ABORT. */
        CALL
    }

    public Event {
        fields = List.copyOf(fields);
        assumes = List.copyOf(assumes);
    }
}
