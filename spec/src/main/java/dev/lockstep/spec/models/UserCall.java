package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.State;
import java.util.List;

/**
 * A call that a user may make, at most so many times in one run; a call that is refused or waits does not count.
 *
 * @param choices the fields' values, each list a choice; one empty list for an event without fields
 * @param states where the user makes it
 * @param fair the user makes it at last whenever it stays possible
 */
public record UserCall(
        Event event, int times, List<List<Setting>> choices, List<State> states, boolean fair, Place place) {
    public UserCall {
        choices = choices.stream().map(List::copyOf).toList();
        states = List.copyOf(states);
    }
}
