package dev.lockstep.harness.replay;

import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a recorded stack: each that the tables have, each with a value that it can have. */
final class ParameterValues {

    private static final long SIZE_MOST = 1_073_741_823;

    private ParameterValues() {}

    /** Those that are no times: models have none. */
    static Map<String, String> checked(Map<String, String> said, Protocol protocol, String place) {
        var checked = new LinkedHashMap<String, String>();
        for (Parameter parameter : protocol.parameters()) {
            String value = said.get(parameter.name());
            if (value == null) {
                throw RunFault.WRONG_SHAPE.at(place, "there is no value of the parameter " + parameter.name());
            }
            if (!isTime(parameter) && !fits(parameter.type(), value)) {
                throw RunFault.OUT_OF_RANGE.at(place, parameter.name() + " cannot be " + Shape.quoted(value));
            }
            checked.put(parameter.name(), value);
        }
        if (said.size() > checked.size()) {
            said.keySet().stream()
                    .filter(name -> !checked.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw RunFault.UNKNOWN_NAME.at(place, "the tables have no parameter " + Shape.quoted(name));
                    });
        }
        return checked;
    }

    private static boolean isTime(Parameter parameter) {
        return parameter.type() == Type.Simple.DURATION || parameter.type() == Type.Simple.INSTANT;
    }

    private static boolean fits(Type type, String value) {
        return switch (type) {
            case Type.Enumeration enumeration -> enumeration.values().contains(value);
            case Type.SetOf ignored -> false;
            case Type.Simple simple ->
                switch (simple) {
                    case FLAG -> value.equals("true") || value.equals("false");
                    case SIZE, COUNT -> value.matches("\\d{1,10}") && Long.parseLong(value) <= SIZE_MOST;
                    case SEQ, STATE, RANGES, DURATION, INSTANT -> false;
                };
        };
    }
}
