package dev.lockstep.harness.ladder;

/** What comes after the last event. */
public sealed interface Ending {

    /** Nothing more is told. */
    record Open() implements Ending {}

    /**
     * All from this event on happens again and again.
     *
     * @param event 0-based place among the events
     */
    record Repeats(int event) implements Ending {}

    /** Nothing happens any more, for ever. */
    record Stays() implements Ending {}
}
