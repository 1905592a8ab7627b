package dev.lockstep.harness.replay;

import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All names of a protocol that may stand in a recorded run. */
final class Names {

    final Protocol protocol;
    final Map<String, Variable> variables;
    final Map<String, Event> events;
    final Map<String, Row> rows;
    final List<String> states;
    final List<String> timers;

    Names(Protocol protocol) {
        this.protocol = protocol;
        this.variables = byName(protocol.variables().stream(), Variable::name);
        this.events = byName(protocol.events().stream(), Event::name);
        this.rows = byName(
                protocol.procedures().stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .flatMap(step -> step.rows().stream()),
                Row::id);
        this.states = protocol.states().stream().map(State::name).toList();
        this.timers = protocol.timers().stream().map(Timer::name).toList();
    }

    private static <T> Map<String, T> byName(Stream<T> all, Function<T, String> name) {
        return all.collect(Collectors.toMap(name, one -> one, (one, other) -> one, LinkedHashMap::new));
    }

    Map<String, Field> fields(String event) {
        return byName(events.get(event).fields().stream(), Field::name);
    }

    /** The values that the only slot of an effect may have: {@code tell}, {@code refuse}. */
    List<String> values(String effect) {
        Effect found = protocol.effects().stream()
                .filter(one -> one.name().equals(effect))
                .findFirst()
                .orElseThrow();
        return ((Type.Enumeration) found.slots().getFirst().argument().type()).values();
    }

    /** The members that the slot {@code CTL} of {@code send} may have. */
    List<String> controls() {
        return protocol.enums().stream()
                .filter(one -> one.name().equals("control"))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
