package dev.lockstep.generators.tla;

import dev.lockstep.spec.expr.Expr;
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
import java.util.ArrayList;

/**
 * Names in a claim of a model: {@code A.SND.UNA} is {@code tcb.A.SND_UNA}, and what is no variable of the tables is looked up
 * in the socket, on the way or among the calls.
 *
 * @param endpoint in whose control block names are looked up; the empty string for none
 * @param prime {@code '} for what is after a step, otherwise nothing
 * @param inSegment whether {@code SEG} is bound to some segment
 */
record ModelNaming(String endpoint, String prime, boolean inSegment) implements Naming {

    /** The record that the fields of a segment come in. */
    private static final String SEGMENT = "SEG";

    ModelNaming(String endpoint) {
        this(endpoint, "", false);
    }

    @Override
    public String name(Symbol symbol) {
        return switch (symbol) {
            case Variable variable -> variable(variable.name());
            case Parameter parameter -> whole(parameter.name());
            case Field field -> message(field) + "." + inMessage(field);
            case Argument argument -> throw new IllegalArgumentException("argument in a claim: " + argument.name());
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
            case "INTACT" -> "Intact(" + of("socket") + ", socket" + prime + "[" + peer() + "])";
            case "BOUND" -> of("socket") + ".bound";
            case "ARRIVING" -> "Len(" + of("net") + ")";
            case "ARRIVES" -> "Arrives(" + end() + ")";
            case "HEARS" -> "Hears(" + end() + ")";
            case "ASKS" -> "Asks(" + end() + ")";
            case "CRASHES" -> "Crashes(" + end() + ")";
            case "SENDS" -> "HowManySentBy(" + end() + ")";
            default -> of("tcb") + "." + Identifiers.flat(name);
        };
    }

    private String whole(String name) {
        return switch (name) {
            case "QUIET" -> "Quiet" + prime;
            case "FAULTS" -> "faults" + prime;
            default -> Identifiers.flat(name);
        };
    }

    /** The segment, or the report, whose fields are meant. */
    private String message(Field field) {
        if (!record(field).equals(SEGMENT)) {
            return "Heard(" + end() + ")";
        }
        return endpoint.isEmpty() ? SEGMENT : "Arrived(" + end() + ")";
    }

    private static String record(Field field) {
        return field.name().substring(0, field.name().indexOf('.'));
    }

    private static String inMessage(Field field) {
        return Identifiers.flat(field.name().substring(field.name().indexOf('.') + 1));
    }

    /** {@code tcb.A}, {@code tcb[p]}, {@code tcb[Peer(p)]}. */
    private String of(String variable) {
        return switch (endpoint) {
            case Observables.EACH, Observables.OTHER -> variable + prime + "[" + end() + "]";
            default -> end().isEmpty() ? "" : variable + prime + "." + endpoint;
        };
    }

    /** {@code "A"}, {@code p}, {@code Peer(p)}. */
    private String end() {
        return switch (endpoint) {
            case "" -> throw new IllegalArgumentException("whose?");
            case Observables.EACH -> "p";
            case Observables.OTHER -> "Peer(p)";
            default -> Identifiers.string(endpoint);
        };
    }

    private String peer() {
        return endpoint.equals(Observables.OTHER) ? "p" : "Peer(" + end() + ")";
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
        Reads reads = Reads.of(definition.is());
        var before = new ArrayList<String>();
        if (reads.controlBlock()) {
            before.add(of("tcb"));
        }
        reads.symbols().stream()
                .filter(Field.class::isInstance)
                .findFirst()
                .map(Field.class::cast)
                .ifPresent(field -> before.add(inSegment && record(field).equals(SEGMENT) ? SEGMENT : message(field)));
        return new Application(Identifiers.flat(definition.name()), before);
    }

    @Override
    public Naming at(String other) {
        return new ModelNaming(other, prime, inSegment);
    }

    @Override
    public Naming after() {
        return new ModelNaming(endpoint, "'", inSegment);
    }

    @Override
    public Naming withSegment() {
        return new ModelNaming(endpoint, prime, true);
    }

    @Override
    public String queue(Expr.Queue queue) {
        return switch (queue) {
            case ARRIVING -> "ArrivingAt(" + end() + ")" + prime;
            case SENDS -> "SentBy(" + end() + ")";
        };
    }
}
