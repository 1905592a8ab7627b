package dev.lockstep.spec.models;

import java.util.List;

/**
 * One of the two ends of the connection.
 *
 * @param name {@code A} or {@code B}
 * @param inputs what the surroundings may offer; several values of one input are a choice at each event
 * @param inTurn the first value of an input is for the first connection, the second for the next, and so on: no choice
 * @param crashes how often it may lose all that it knows
 * @param calls what its user may do
 */
public record Endpoint(String name, List<Setting> inputs, boolean inTurn, int crashes, List<UserCall> calls) {
    public Endpoint {
        inputs = List.copyOf(inputs);
        calls = List.copyOf(calls);
    }
}
