package dev.lockstep.harness.check.trace;

import dev.lockstep.generators.tla.value.TlaValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A state of a behaviour.
 *
 * @param number 1 for the first one
 * @param action the name of the action that led here; empty for the first one
 */
public record TlaState(int number, String action, Map<String, TlaValue> variables) {
    public TlaState {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
