package dev.lockstep.harness.check.trace;

import java.util.List;

/** A behaviour that TLC has found. */
public record Behavior(List<TlaState> states, Continuation continuation) {
    public Behavior {
        states = List.copyOf(states);
    }

    /** What comes after the last state. */
    public sealed interface Continuation {

        /** TLC tells no more: the fault has happened. */
        record Ends() implements Continuation {}

        /** Nothing changes any more. */
        record Stutters() implements Continuation {}

        /**
         * It goes on with a former state, again and again.
         *
         * @param state its number
         * @param action the name of the action that leads back
         */
        record GoesBack(int state, String action) implements Continuation {}
    }

    public TlaState last() {
        return states.getLast();
    }
}
