package dev.lockstep.harness.ladder;

/** Why something happens at one end. */
public sealed interface Cause {

    /** The user calls: {@code CLOSE}. */
    record Call(String call) implements Cause {}

    /** A timer expires. */
    record Expiry(String timer) implements Cause {}

    /** A message arrives that the other end has sent, or that was forged. */
    record Arrival(Message message) implements Cause {}

    /** ICMP reports an error. */
    record Report(String report) implements Cause {}

    /** Nobody saw why: a kernel that sends of its own accord. */
    record Unseen() implements Cause {}
}
