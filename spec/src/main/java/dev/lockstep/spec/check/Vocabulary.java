package dev.lockstep.spec.check;

import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the expressions of one protocol may name. Filled while the vocabulary is checked, in the order in which one part may
 * name another.
 */
final class Vocabulary {

    final Map<String, State> states = new LinkedHashMap<>();
    final Map<String, Type.Enumeration> enums = new LinkedHashMap<>();

    /** Variables, parameters, inputs, and the fields of all events. */
    final Map<String, Symbol> symbols = new LinkedHashMap<>();

    /** The name of the event that a field belongs to. */
    final Map<String, String> eventOfField = new LinkedHashMap<>();

    final Map<String, Timer> timers = new LinkedHashMap<>();
    final Map<String, Event> events = new LinkedHashMap<>();
    final Map<String, Effect> effects = new LinkedHashMap<>();
    final Map<String, Hook> hooks = new LinkedHashMap<>();

    /** Names that are declared, but so that nobody knows what they are; that is reported, and where they are used need not be. */
    final Set<String> broken = new HashSet<>();

    /** Names that are declared further on, and what they will be, for the messages of expressions that may not use them. */
    final Map<String, String> later = new HashMap<>();

    private Definitions definitions = Definitions.NONE;

    /** Where definitions come from: they may use each other in any order, so they are checked when first asked for. */
    interface Definitions {
        Definitions NONE = new Definitions() {
            @Override
            public Set<String> names() {
                return Set.of();
            }

            @Override
            public Optional<Definition> get(String name) {
                return Optional.empty();
            }
        };

        Set<String> names();

        /** Empty if there is none of this name, or if its signature is broken, which has been reported. */
        Optional<Definition> get(String name);
    }

    /** The vocabulary of a protocol that has been checked. */
    static Vocabulary of(Protocol protocol) {
        var vocabulary = new Vocabulary();
        protocol.states().forEach(state -> vocabulary.states.put(state.name(), state));
        protocol.enums().forEach(type -> vocabulary.enums.put(type.name(), type));
        protocol.parameters().forEach(vocabulary::add);
        protocol.inputs().forEach(vocabulary::add);
        protocol.variables().forEach(vocabulary::add);
        for (Event event : protocol.events()) {
            vocabulary.events.put(event.name(), event);
            for (Field field : event.fields()) {
                vocabulary.add(field);
                vocabulary.eventOfField.put(field.name(), event.name());
            }
        }
        protocol.timers().forEach(timer -> vocabulary.timers.put(timer.name(), timer));
        protocol.effects().forEach(effect -> vocabulary.effects.put(effect.name(), effect));
        protocol.hooks().forEach(hook -> vocabulary.hooks.put(hook.name(), hook));
        var all = new LinkedHashMap<String, Definition>();
        protocol.definitions().forEach(definition -> all.put(definition.name(), definition));
        vocabulary.define(new Definitions() {
            @Override
            public Set<String> names() {
                return all.keySet();
            }

            @Override
            public Optional<Definition> get(String name) {
                return Optional.ofNullable(all.get(name));
            }
        });
        return vocabulary;
    }

    void add(Symbol symbol) {
        symbols.put(symbol.name(), symbol);
    }

    void define(Definitions all) {
        definitions = all;
    }

    Definitions definitions() {
        return definitions;
    }

    /** The type that a word names, if it does. */
    Optional<Type> type(String word) {
        String set = "set of ";
        if (word.startsWith(set)) {
            return Optional.ofNullable(enums.get(word.substring(set.length()).strip()))
                    .map(Type.SetOf::new);
        }
        for (Type.Simple simple : Type.Simple.values()) {
            if (simple.word().equals(word)) {
                return Optional.of(simple);
            }
        }
        return Optional.ofNullable(enums.get(word));
    }

    /** Is this the name of a value of some enumeration? */
    boolean isEnumeral(String name) {
        for (Type.Enumeration type : enums.values()) {
            if (type.values().contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The one enumeration that has this value, if it is one. */
    Optional<Type.Enumeration> enumOf(String value) {
        Type.Enumeration found = null;
        for (Type.Enumeration type : enums.values()) {
            if (type.values().contains(value)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = type;
            }
        }
        return Optional.ofNullable(found);
    }
}
