package dev.lockstep.spec.model;

import dev.lockstep.spec.expr.Evaluation;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.expr.Reads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of each parameter: what one stack chooses. */
public record Profile(Map<Parameter, Expr> values) {
    public Profile {
        values = Map.copyOf(values);
    }

    /** The values that the tables give. */
    public static Profile defaults(List<Parameter> parameters) {
        return new Profile(parameters.stream().collect(Collectors.toMap(parameter -> parameter, Parameter::value)));
    }

    /** The same but for one parameter. */
    public Profile with(Parameter parameter, Expr value) {
        var other = new LinkedHashMap<>(values);
        other.put(parameter, value);
        return new Profile(other);
    }

    /** Of invariants, the first that speaks only of parameters and does not hold of these values. */
    public Optional<Invariant> violated(List<Invariant> invariants) {
        var evaluation = Evaluation.of(values);
        return invariants.stream()
                .filter(Invariant::isOfProfile)
                .filter(invariant -> !evaluation.holds(invariant.is()))
                .findFirst();
    }

    /** The values that an invariant reads: {@code MSS.DEFAULT=0 MSS.RECEIVE=1460}. */
    public String valuesIn(Invariant invariant) {
        var texts = new ArrayList<String>();
        for (Symbol symbol : Reads.of(invariant.is()).symbols()) {
            if (symbol instanceof Parameter parameter) {
                texts.add(parameter.name() + "=" + ExprText.of(values.get(parameter)));
            }
        }
        return String.join(" ", texts);
    }
}
