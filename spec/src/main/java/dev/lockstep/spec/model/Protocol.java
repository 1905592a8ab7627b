package dev.lockstep.spec.model;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;

/**
 * A checked protocol: its vocabulary and its procedures. Whoever holds one may rely on it: names resolve, types fit, ids
 * are unique, every event has a procedure in every state.
 *
 * @param name {@code tcp}, {@code ip}, {@code icmp}: the folder and the Java package
 * @param controlBlock the Java class of its variables: {@code Tcb}
 * @param states empty for a protocol without state
 * @param start the state without control block, or the first one; null only for a protocol without state
 * @param enums declared enumerations, in order
 */
public record Protocol(
        String name,
        String title,
        String controlBlock,
        String rfc,
        List<State> states,
        State start,
        List<Type.Enumeration> enums,
        List<Variable> variables,
        List<Parameter> parameters,
        List<Input> inputs,
        List<Event> events,
        List<Timer> timers,
        List<Effect> effects,
        List<Hook> hooks,
        List<Definition> definitions,
        List<Invariant> invariants,
        List<Procedure> procedures,
        Place place) {
    public Protocol {
        states = List.copyOf(states);
        enums = List.copyOf(enums);
        variables = List.copyOf(variables);
        parameters = List.copyOf(parameters);
        inputs = List.copyOf(inputs);
        events = List.copyOf(events);
        timers = List.copyOf(timers);
        effects = List.copyOf(effects);
        hooks = List.copyOf(hooks);
        definitions = List.copyOf(definitions);
        invariants = List.copyOf(invariants);
        procedures = List.copyOf(procedures);
    }

    /** The same protocol with these procedures. */
    public Protocol withProcedures(List<Procedure> some) {
        return new Protocol(
                name,
                title,
                controlBlock,
                rfc,
                states,
                start,
                enums,
                variables,
                parameters,
                inputs,
                events,
                timers,
                effects,
                hooks,
                definitions,
                invariants,
                some,
                place);
    }
}
