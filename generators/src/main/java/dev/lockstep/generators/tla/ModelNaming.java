package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.models.Observables;
import java.util.List;

/**
 * Names in a claim of a model: {@code A.SND.UNA} is {@code tcb.A.SND_UNA}, and what is no variable of the tables is looked up
 * in the socket, on the way or among the calls.
 *
 * @param endpoint in whose control block names are looked up; the empty string for none
 */
record ModelNaming(String endpoint) implements Naming {

    @Override
    public String name(Symbol symbol) {
        return switch (symbol) {
            case Variable variable -> variable(variable.name());
            case Parameter parameter -> whole(parameter.name());
            case Argument argument -> throw new IllegalArgumentException("argument in a claim: " + argument.name());
            case Field field -> throw new IllegalArgumentException("field in a claim: " + field.name());
            case Input input -> throw new IllegalArgumentException("input in a claim: " + input.name());
        };
    }

    private String variable(String name) {
        if (name.startsWith("TOLD.")) {
            return "Told(" + of("socket") + ", " + Identifiers.string(name.substring("TOLD.".length())) + ")";
        }
        if (name.startsWith("CALLS.")) {
            return of("calls") + "." + Identifiers.flat(name.substring("CALLS.".length()));
        }
        return switch (name) {
            case "SENT" -> of("socket") + ".sent";
            case "DELIVERED" -> "Len(" + of("socket") + ".delivered)";
            case "TAKEN" -> of("socket") + ".taken";
            case "LEFT" -> of("socket") + ".left";
            case "INTACT" -> "Intact(" + of("socket") + ", socket[" + peer() + "])";
            case "BOUND" -> of("socket") + ".bound";
            case "ARRIVING" -> "Len(" + of("net") + ")";
            default -> of("tcb") + "." + Identifiers.flat(name);
        };
    }

    private static String whole(String name) {
        return switch (name) {
            case "QUIET" -> "Quiet";
            case "FAULTS" -> "faults";
            default -> Identifiers.flat(name);
        };
    }

    /** {@code tcb.A}, {@code tcb[p]}, {@code tcb[Peer(p)]}. */
    private String of(String variable) {
        return switch (endpoint) {
            case "" -> throw new IllegalArgumentException("whose " + variable + "?");
            case Observables.EACH -> variable + "[p]";
            case Observables.OTHER -> variable + "[Peer(p)]";
            default -> variable + "." + endpoint;
        };
    }

    private String peer() {
        return switch (endpoint) {
            case Observables.EACH -> "Peer(p)";
            case Observables.OTHER -> "p";
            default -> "Peer(" + Identifiers.string(endpoint) + ")";
        };
    }

    @Override
    public String state() {
        return of("tcb") + ".STATE";
    }

    @Override
    public Membership armed(Timer timer) {
        return new Membership(Identifiers.string(timer.name()), of("tcb") + ".ARMED");
    }

    @Override
    public Application use(Definition definition) {
        return new Application(
                Identifiers.flat(definition.name()),
                Reads.of(definition.is()).controlBlock() ? List.of(of("tcb")) : List.of());
    }

    @Override
    public Naming at(String other) {
        return new ModelNaming(other);
    }
}
