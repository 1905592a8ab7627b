package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds out what the names in an expression stand for. Null as in {@link Typing}. */
final class Resolver {

    private static final String STATE = "STATE";

    private final Scope scope;
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Typing typing;
    private final Builtins builtins;
    private final ClaimFunctions claimFunctions;

    Resolver(Scope scope, Diagnostics diagnostics, Typing typing) {
        this.scope = scope;
        this.vocabulary = scope.vocabulary();
        this.diagnostics = diagnostics;
        this.typing = typing;
        this.builtins = new Builtins(typing, diagnostics);
        this.claimFunctions = new ClaimFunctions(scope, diagnostics, typing);
    }

    /** Is this name a state or a value of an enumeration, which has its type from what stands beside it? */
    boolean isOpen(String name) {
        return !isDeclared(name) && (vocabulary.states.containsKey(name) || vocabulary.isEnumeral(name));
    }

    boolean isOpen(Syntax.Apply apply) {
        return builtins.isOpen(apply);
    }

    private boolean isDeclared(String name) {
        return vocabulary.broken.contains(name)
                || scope.arguments().containsKey(name)
                || vocabulary.symbols.containsKey(name)
                || vocabulary.definitions().names().contains(name)
                || name.equals(STATE);
    }

    Expr name(Syntax.Name name, Type hint) {
        String text = name.name();
        String endpoint = endpoint(text);
        if (endpoint != null) {
            Expr operand = declared(new Syntax.Name(text.substring(endpoint.length() + 1), name.place()), true);
            return operand == null ? null : new Expr.At(endpoint, operand, name.place());
        }
        if (hint instanceof Type.SetOf) {
            return names(List.of(name), name.place(), hint);
        }
        return isOpen(text) ? constant(name, hint) : declared(name, false);
    }

    /** The model's endpoint that a name begins with, or null. */
    private String endpoint(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && scope.endpoints().contains(name.substring(0, dot)) ? name.substring(0, dot) : null;
    }

    private Expr declared(Syntax.Name name, boolean atEndpoint) {
        String text = name.name();
        if (vocabulary.broken.contains(text)) {
            return null;
        }
        if (text.equals(STATE)) {
            return state(name, atEndpoint);
        }
        Symbol symbol =
                scope.arguments().containsKey(text) ? scope.arguments().get(text) : vocabulary.symbols.get(text);
        if (symbol != null) {
            return symbol(symbol, name.place(), atEndpoint);
        }
        if (vocabulary.definitions().names().contains(text)) {
            return use(text, List.of(), name.place(), atEndpoint);
        }
        return unknown(name);
    }

    private Expr state(Syntax.Name name, boolean atEndpoint) {
        if (vocabulary.states.isEmpty()) {
            return report(name.place(), Code.UNKNOWN_NAME, "this protocol has no states", "");
        }
        if (!scope.readsControlBlock()) {
            return notAllowed(name.place(), "STATE", "");
        }
        return needsEndpoint(atEndpoint) ? whose(name.place(), STATE) : new Expr.CurrentState(name.place());
    }

    private boolean needsEndpoint(boolean atEndpoint) {
        return scope.kind() == Scope.Kind.PROPERTY && !atEndpoint;
    }

    private Expr whose(Place place, String name) {
        String example = scope.endpoints().stream().sorted().findFirst().orElse("A");
        return report(
                place,
                Code.NAME_NOT_ALLOWED,
                "a property has to say whose `" + name + "` it means",
                "write `" + example + "." + name + "`");
    }

    private Expr symbol(Symbol symbol, Place place, boolean atEndpoint) {
        if (!scope.allows(symbol)) {
            return notAllowed(place, symbol.name(), Kinds.of(symbol));
        }
        if (symbol instanceof dev.lockstep.spec.model.Variable && needsEndpoint(atEndpoint)) {
            return whose(place, symbol.name());
        }
        String event = vocabulary.eventOfField.get(symbol.name());
        if (symbol instanceof dev.lockstep.spec.model.Field
                && needsEndpoint(atEndpoint)
                && scope.event().isEmpty()) {
            return whose(place, symbol.name());
        }
        if (symbol instanceof dev.lockstep.spec.model.Field
                && !isOfMessage(event, atEndpoint)
                && !scope.isWithin(event)) {
            diagnostics.add(
                    place,
                    Code.FIELD_OUT_OF_EVENT,
                    "`" + symbol.name() + "` is a field of the event " + event + ", and "
                            + (scope.event().isEmpty()
                                    ? "this is not within an event"
                                    : "this is within " + scope.event()),
                    List.of(symbol.place()),
                    "keep what you need of it in a variable, or declare `event: " + event + "`");
            return null;
        }
        return new Expr.Name(symbol, place);
    }

    /** Is it, in a claim, a field of the segment that arrives at an endpoint? */
    private boolean isOfMessage(String event, boolean atEndpoint) {
        return atEndpoint && vocabulary.events.get(event).kind() == Event.Kind.MESSAGE;
    }

    private Expr notAllowed(Place place, String name, String kind) {
        return report(
                place,
                Code.NAME_NOT_ALLOWED,
                "`" + name + "`" + (kind.isEmpty() ? "" : ", " + kind + ",") + " may not stand in "
                        + scope.kind().words(),
                switch (scope.kind()) {
                    case LITERAL, CONSTANT -> "write a number, a duration, a flag or a value of an enumeration";
                    case START, CHOICE -> "name parameters only";
                    case INVARIANT, MODEL, PROPERTY ->
                        "an event's values are gone when it is over: keep them in a variable";
                    case ASSUMPTION, BODY -> "";
                });
    }

    private Expr use(String name, List<Syntax> arguments, Place place, boolean atEndpoint) {
        if (!scope.readsControlBlock()) {
            return notAllowed(place, name, "a definition");
        }
        Definition definition = vocabulary.definitions().get(name).orElse(null);
        if (definition == null) {
            return null;
        }
        if (needsEndpoint(atEndpoint)
                && (scope.event().isEmpty() || Reads.of(definition.is()).controlBlock())) {
            return whose(place, name);
        }
        if (!isEventRight(definition, place)) {
            return null;
        }
        int expected = definition.arguments().size();
        if (arguments.size() != expected) {
            diagnostics.add(
                    place,
                    Code.ARGUMENT_COUNT,
                    "`" + name + "` takes " + Builtins.arguments(expected) + ", and has " + arguments.size(),
                    List.of(definition.place()),
                    "");
            return null;
        }
        var typed = new ArrayList<Expr>();
        for (int i = 0; i < expected; i++) {
            typed.add(
                    typing.typed(arguments.get(i), definition.arguments().get(i).type()));
        }
        return typed.contains(null) ? null : new Expr.Use(definition, typed, place);
    }

    private boolean isEventRight(Definition definition, Place place) {
        boolean readsEvent = !definition.event().isEmpty();
        if (readsEvent
                && !isOfMessage(definition.event(), scope.kind() == Scope.Kind.PROPERTY)
                && !scope.isWithin(definition.event())) {
            diagnostics.add(
                    place,
                    Code.FIELD_OUT_OF_EVENT,
                    "`" + definition.name() + "` reads fields of the event " + definition.event() + ", and "
                            + (scope.event().isEmpty()
                                    ? "this is not within an event"
                                    : "this is within " + scope.event()),
                    List.of(definition.place()),
                    "");
            return false;
        }
        boolean mayReadInputs = scope.kind() == Scope.Kind.BODY || scope.kind() == Scope.Kind.ASSUMPTION;
        if (!mayReadInputs && definition.is().partsThroughDefinitions().anyMatch(Resolver::isInput)) {
            notAllowed(place, definition.name(), "which reads an input");
            return false;
        }
        return true;
    }

    private static boolean isInput(Expr expr) {
        return expr instanceof Expr.Name name && name.symbol() instanceof Input;
    }

    /** A state or a value of an enumeration. */
    private Expr constant(Syntax.Name name, Type hint) {
        String text = name.name();
        State state = vocabulary.states.get(text);
        if (state != null && (hint == Simple.STATE || !vocabulary.isEnumeral(text))) {
            return new Expr.StateName(state, name.place());
        }
        if (hint instanceof Type.Enumeration wanted) {
            if (wanted.values().contains(text)) {
                return new Expr.Enumeral(text, wanted, name.place());
            }
            return report(
                    name.place(),
                    Code.UNKNOWN_NAME,
                    "`" + text + "` is no value of " + wanted.name(),
                    Spelling.advice(text, wanted.values()));
        }
        Type.Enumeration only = vocabulary.enumOf(text).orElse(null);
        if (only == null) {
            return report(
                    name.place(),
                    Code.WRONG_TYPE,
                    "`" + text + "` is a value of several enumerations, and nothing here says of which",
                    "compare it with a variable or parameter");
        }
        return new Expr.Enumeral(text, only, name.place());
    }

    /** The value of a slot of type {@code set of control}. */
    Expr names(List<Syntax> values, Place place, Type hint) {
        if (!(hint instanceof Type.SetOf set)) {
            return report(
                    place,
                    Code.WRONG_TYPE,
                    "several names stand here, and expected is " + (hint == null ? "one value" : Words.of(hint)),
                    "");
        }
        var found = new TreeSet<Integer>();
        boolean failed = false;
        for (Syntax value : values) {
            Expr member = value instanceof Syntax.Name name
                    ? constant(name, set.of())
                    : report(
                            value.place(),
                            Code.WRONG_TYPE,
                            "expected a value of " + set.of().name(),
                            "");
            if (member instanceof Expr.Enumeral enumeral) {
                found.add(set.of().values().indexOf(enumeral.value()));
            } else {
                failed = true;
            }
        }
        return failed
                ? null
                : new Expr.EnumeralSet(
                        found.stream().map(set.of().values()::get).toList(), set, place);
    }

    Expr apply(Syntax.Apply apply, Type hint) {
        String endpoint = endpoint(apply.name());
        String name = endpoint == null ? apply.name() : apply.name().substring(endpoint.length() + 1);
        if (name.equals("armed") && endpoint == null) {
            return armed(apply);
        }
        if (endpoint == null && claimFunctions.knows(name)) {
            return claimFunctions.apply(apply, hint);
        }
        if (endpoint == null && builtins.knows(name)) {
            return builtins.apply(apply, hint);
        }
        if (vocabulary.definitions().names().contains(name)) {
            Expr use = use(name, apply.arguments(), apply.place(), endpoint != null);
            return use == null || endpoint == null ? use : new Expr.At(endpoint, use, apply.place());
        }
        if (isDeclared(name) || isOpen(name)) {
            return report(apply.place(), Code.ARGUMENT_COUNT, "`" + name + "` takes no arguments", "");
        }
        var candidates = new ArrayList<>(vocabulary.definitions().names());
        candidates.addAll(Builtins.names());
        candidates.addAll(scope.kind() == Scope.Kind.PROPERTY ? ClaimFunctions.NAMES : List.of());
        String fix = vocabulary.effects.containsKey(name)
                ? "an effect stands in `do:`, as an entry of its own"
                : Spelling.advice(name, candidates);
        return report(apply.place(), Code.UNKNOWN_NAME, "there is no function or definition `" + name + "`", fix);
    }

    private Expr armed(Syntax.Apply apply) {
        if (!scope.readsControlBlock()) {
            return notAllowed(apply.place(), "armed", "");
        }
        if (apply.arguments().size() != 1 || !(apply.arguments().getFirst() instanceof Syntax.Name name)) {
            return report(apply.place(), Code.ARGUMENT_COUNT, "`armed` takes the name of a timer", "");
        }
        String endpoint = endpoint(name.name());
        String text = endpoint == null ? name.name() : name.name().substring(endpoint.length() + 1);
        Timer timer = vocabulary.timers.get(text);
        if (timer == null) {
            return report(
                    name.place(),
                    Code.UNKNOWN_TIMER,
                    "there is no timer `" + text + "`",
                    Spelling.advice(text, vocabulary.timers.keySet()));
        }
        if (needsEndpoint(endpoint != null)) {
            return whose(name.place(), text);
        }
        var armed = new Expr.Armed(timer, apply.place());
        return endpoint == null ? armed : new Expr.At(endpoint, armed, apply.place());
    }

    private Expr unknown(Syntax.Name name) {
        String text = name.name();
        if (vocabulary.later.containsKey(text)) {
            return notAllowed(name.place(), text, vocabulary.later.get(text));
        }
        if (isDeclaredBefore(text, '-')) {
            return report(name.place(), Code.UNKNOWN_NAME, "there is no `" + text + "` here", minus(text));
        }
        var candidates = new ArrayList<String>(scope.arguments().keySet());
        candidates.addAll(vocabulary.symbols.keySet());
        candidates.addAll(vocabulary.definitions().names());
        candidates.addAll(vocabulary.states.keySet());
        vocabulary.enums.values().forEach(type -> candidates.addAll(type.values()));
        String fix = Spelling.closest(text, candidates)
                .map(meant -> "did you mean `" + meant + "`?")
                .orElse("declare it in vocabulary.yaml");
        return report(name.place(), Code.UNKNOWN_NAME, "there is no `" + text + "` here", fix);
    }

    private boolean isDeclaredBefore(String text, char joint) {
        int at = text.indexOf(joint);
        return at > 0 && isDeclared(text.substring(0, at));
    }

    /** {@code SND.NXT-1} is one name to the lexer. */
    private static String minus(String text) {
        return "a minus sign needs spaces around it: `" + text.replace("-", " - ") + "`";
    }

    private Expr report(Place place, Code code, String message, String fix) {
        return typing.report(place, code, message, fix);
    }
}
