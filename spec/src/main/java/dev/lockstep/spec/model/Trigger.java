package dev.lockstep.spec.model;

/** What makes a procedure run. */
public sealed interface Trigger {
    /** {@code on: segment}, {@code on: SEND}. */
    record OnEvent(Event event) implements Trigger {}

    /** {@code on: timer retransmission}. */
    record OnTimer(Timer timer) implements Trigger {}

    /** {@code on: hook transmit}: run by a row's {@code call transmit}. */
    record OnHook(Hook hook) implements Trigger {}
}
