package dev.lockstep.harness.run;

/**
 * The instant of the event that is being carried out, for those who watch it: the loop tells it before it hands an event
 * to the stack. For the loop's thread.
 */
public final class EventClock {

    private long nowNanos;

    public long nowNanos() {
        return nowNanos;
    }

    /** An event happens at this instant. */
    public void at(long nanos) {
        nowNanos = nanos;
    }
}
