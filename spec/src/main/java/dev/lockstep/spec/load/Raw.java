package dev.lockstep.spec.load;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * What the files of one protocol say, its shape being right: keys are known, texts are texts, expressions are syntax trees. No
 * name is resolved. What was wrong has been reported and is left out, so that checking can go on with the rest.
 */
public final class Raw {

    private Raw() {}

    /**
     * A folder of tables.
     *
     * @param isComplete false if a file or document of it could not be read, so that nobody knows which procedures it held
     */
    public record Protocol(Vocabulary vocabulary, List<Procedure> procedures, boolean isComplete) {}

    /** {@code vocabulary.yaml}. */
    public record Vocabulary(
            Scalar protocol,
            String title,
            String rfc,
            Scalar controlBlock,
            List<State> states,
            List<Enumeration> enums,
            List<Constant> parameters,
            List<Input> inputs,
            List<Constant> variables,
            List<Timer> timers,
            List<Event> events,
            List<Effect> effects,
            List<Hook> hooks,
            List<Definition> definitions,
            List<Invariant> invariants,
            Place place) {}

    /** An entry of {@code states}. */
    public record State(Scalar name, boolean hasControlBlock, String about, String rfc) {}

    /** An entry of {@code enums}. */
    public record Enumeration(Scalar name, List<Scalar> values) {}

    /** A parameter with its value, or a variable with its start. */
    public record Constant(Scalar name, Optional<Scalar> type, Optional<Syntax> value, String about, String rfc) {}

    /** An entry of {@code inputs}, or a field of an event. */
    public record Input(Scalar name, Optional<Scalar> type, String about) {}

    /** An entry of {@code timers}. */
    public record Timer(Scalar name, String about, String rfc) {}

    /** An entry of {@code events}. */
    public record Event(
            Scalar name,
            dev.lockstep.spec.model.Event.Kind kind,
            List<Input> fields,
            List<Invariant> assumes,
            String about,
            String rfc) {}

    /** An entry of {@code effects}. */
    public record Effect(Scalar name, List<Slot> slots, String about) {}

    /** An entry of {@code slots}. */
    public record Slot(Scalar name, Optional<Scalar> type, Optional<Syntax> byDefault, String about) {}

    /** An entry of {@code hooks}. */
    public record Hook(Scalar name, Optional<Scalar> event, String about) {}

    /** An entry of {@code definitions}. */
    public record Definition(
            Scalar name,
            List<ArgumentType> arguments,
            Optional<Scalar> type,
            Optional<Scalar> event,
            Optional<Syntax> is,
            String about,
            String rfc) {}

    /** {@code AT: seq}. */
    public record ArgumentType(Scalar name, Optional<Scalar> type) {}

    /** An entry of {@code invariants} or {@code assumes}. */
    public record Invariant(Scalar id, Optional<List<Scalar>> states, Optional<Syntax> is, String about, Place place) {}

    /**
     * A YAML document with a procedure.
     *
     * @param isWhole false if a step was left out, or a key is unknown, which may have been meant to say anything
     */
    public record Procedure(
            Scalar name,
            Optional<Scalar> on,
            Optional<List<Scalar>> states,
            Optional<Syntax> chosenBy,
            Optional<Scalar> chosenByText,
            List<Step> steps,
            String rfc,
            String note,
            boolean isWhole,
            Place place) {}

    /**
     * An entry of {@code steps}.
     *
     * @param isWhole false if a row was left out, or a key is unknown
     */
    public record Step(
            Scalar name,
            Optional<List<Scalar>> states,
            Optional<Syntax> only,
            Optional<Syntax> measure,
            Optional<Scalar> measureText,
            List<Row> rows,
            String rfc,
            String note,
            boolean isWhole,
            Place place) {}

    /**
     * An entry of {@code rows}.
     *
     * @param then empty if it was missing or no such word, which has been reported
     * @param isWhole false if something in it is broken that may say where it goes or what it does
     * @param hasWhen false if the author gave none; true with an empty {@code when} if it could not be read
     */
    public record Row(
            Scalar id,
            Optional<List<Scalar>> in,
            boolean hasWhen,
            Optional<Syntax> when,
            Place whenPlace,
            List<Action> actions,
            boolean isWhole,
            Optional<Scalar> to,
            Optional<dev.lockstep.spec.model.Row.Then> then,
            String rfc,
            String note,
            Optional<String> unreachable,
            Place place) {}
}
