package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.load.Raw;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Profile;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a vocabulary, part by part, each of which may name those before it. What is broken is reported and left out. */
final class VocabularyChecker {

    private final Raw.Vocabulary raw;
    private final Diagnostics diagnostics;
    private final Vocabulary vocabulary = new Vocabulary();

    /** Variables, parameters, inputs, fields, definitions: what an expression reads by its name alone. */
    private final Names names;

    private final Names ids;
    private final Types types;

    /** @param ids of invariants and assumptions of all protocols */
    VocabularyChecker(Raw.Vocabulary raw, Names ids, Diagnostics diagnostics) {
        this.raw = raw;
        this.diagnostics = diagnostics;
        this.ids = ids;
        this.names = new Names(Code.DECLARED_TWICE, diagnostics);
        this.types = new Types(vocabulary, diagnostics);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Everything but definitions and invariants; call it first. */
    void declare() {
        states();
        enums();
        announce();
        parameters();
        inputs();
        variables();
        vocabulary.later.clear();
        timers();
        hooksAndFields();
        for (Raw.Definition definition : raw.definitions()) {
            names.declare(definition.name());
        }
        vocabulary.define(new DefinitionChecker(raw.definitions(), vocabulary, types, diagnostics));
        effects();
    }

    private void states() {
        var declared = new Names(Code.DECLARED_TWICE, diagnostics);
        Scalar without = null;
        for (Raw.State state : raw.states()) {
            if (!declared.declare(state.name())) {
                continue;
            }
            if (!state.hasControlBlock() && without != null) {
                diagnostics.add(
                        state.name().place(),
                        Code.START_STATE,
                        "`" + without.text() + "` and `" + state.name().text() + "` are both without control block",
                        List.of(without.place()),
                        "one state is where every connection begins and ends: take `tcb: none` off the other");
            }
            without = state.hasControlBlock() ? without : state.name();
            String name = state.name().text();
            vocabulary.states.put(
                    name,
                    new State(
                            name,
                            state.hasControlBlock(),
                            state.about(),
                            state.rfc(),
                            state.name().place()));
        }
    }

    private void enums() {
        var declared = new Names(Code.DECLARED_TWICE, diagnostics);
        for (Raw.Enumeration type : raw.enums()) {
            boolean isTaken = vocabulary.type(type.name().text()).isPresent();
            if (isTaken && !vocabulary.enums.containsKey(type.name().text())) {
                diagnostics.add(
                        type.name().place(),
                        Code.DECLARED_TWICE,
                        "`" + type.name().text() + "` is a type of the language itself",
                        "choose another name");
                continue;
            }
            var values = new Names(Code.DECLARED_TWICE, diagnostics);
            var kept = new ArrayList<String>();
            for (Scalar value : type.values()) {
                // `none` is a function too, but a function is never named without parentheses.
                if (value.text().equals("none") ? values.declareWord(value) : values.declare(value)) {
                    kept.add(value.text());
                }
            }
            if (declared.declareWord(type.name())) {
                vocabulary.enums.put(
                        type.name().text(), new Type.Enumeration(type.name().text(), kept));
            }
        }
    }

    /** Declares what an expression can read by its name alone. The value of an enumeration may not have the same name. */
    private boolean declare(Scalar name) {
        if (vocabulary.isEnumeral(name.text()) || vocabulary.states.containsKey(name.text())) {
            diagnostics.add(
                    name.place(),
                    Code.DECLARED_TWICE,
                    "`" + name.text() + "` is already a state or a value of an enumeration",
                    "choose another name");
            return false;
        }
        return names.declare(name);
    }

    /** Declares a name; false if it cannot be used, which has been reported. */
    private boolean isDeclared(Scalar name, Optional<Type> type) {
        boolean isNew = declare(name);
        if (type.isEmpty()) {
            vocabulary.broken.add(name.text());
        }
        return isNew && type.isPresent();
    }

    /** For a message that is better than "there is no such name". */
    private void announce() {
        raw.variables().forEach(variable -> vocabulary.later.put(variable.name().text(), "a variable"));
        raw.inputs().forEach(input -> vocabulary.later.put(input.name().text(), "an input"));
        for (Raw.Event event : raw.events()) {
            event.fields().forEach(field -> vocabulary.later.put(field.name().text(), "a field of an event"));
        }
        raw.definitions()
                .forEach(definition -> vocabulary.later.put(definition.name().text(), "a definition"));
        raw.parameters()
                .forEach(parameter -> vocabulary.later.put(parameter.name().text(), "a parameter"));
    }

    private void parameters() {
        var typing = new Typing(Scope.of(vocabulary, Scope.Kind.LITERAL), diagnostics);
        for (Raw.Constant constant : raw.parameters()) {
            Optional<Type> type = types.of(constant.type(), Types.Use.PARAMETER);
            if (!isDeclared(constant.name(), type)) {
                continue;
            }
            Expr value = constant(constant, type.get(), typing);
            vocabulary.add(new Parameter(
                    constant.name().text(),
                    type.get(),
                    value,
                    constant.about(),
                    constant.rfc(),
                    constant.name().place()));
        }
    }

    private void variables() {
        var typing = new Typing(Scope.of(vocabulary, Scope.Kind.START), diagnostics);
        var all = new ArrayList<Symbol>();
        for (Raw.Constant constant : raw.variables()) {
            Optional<Type> type = types.of(constant.type(), Types.Use.VARIABLE);
            if (!isDeclared(constant.name(), type)) {
                continue;
            }
            Expr start = constant(constant, type.get(), typing);
            all.add(new Variable(
                    constant.name().text(),
                    type.get(),
                    start,
                    constant.about(),
                    constant.rfc(),
                    constant.name().place()));
        }
        all.forEach(vocabulary::add);
    }

    /** A constant of the type; a stand-in for it if it is broken, so that its name is known all the same. */
    private Expr constant(Raw.Constant constant, Type type, Typing typing) {
        Expr value = constant.value().map(syntax -> typing.typed(syntax, type)).orElse(null);
        if (value == null) {
            return Types.anyOf(type, constant.name().place());
        }
        if (!Constants.isConstant(value)) {
            diagnostics.add(
                    value.place(),
                    Code.NOT_CONSTANT,
                    "a "
                            + (typing.isStart()
                                    ? "start value is a literal or a parameter"
                                    : "parameter's value is a literal"),
                    typing.isStart() ? "declare a parameter of this value" : "work it out");
        } else if (!Literals.fits(value)) {
            diagnostics.add(
                    value.place(), Code.NUMBER_OUT_OF_RANGE, "a size that is kept is below 2^30", "at most 1073741823");
        }
        return value;
    }

    private void inputs() {
        for (Raw.Input input : raw.inputs()) {
            Optional<Type> type = types.of(input.type(), Types.Use.INPUT);
            if (isDeclared(input.name(), type)) {
                vocabulary.add(new Input(
                        input.name().text(),
                        type.get(),
                        input.about(),
                        input.name().place()));
            }
        }
    }

    private void timers() {
        var declared = new Names(Code.DECLARED_TWICE, diagnostics);
        for (Raw.Timer timer : raw.timers()) {
            if (declared.declare(timer.name())) {
                String name = timer.name().text();
                vocabulary.timers.put(
                        name,
                        new Timer(name, timer.about(), timer.rfc(), timer.name().place()));
            }
        }
    }

    private void hooksAndFields() {
        var declaredEvents = new Names(Code.DECLARED_TWICE, diagnostics);
        for (Raw.Event event : raw.events()) {
            var fields = new ArrayList<Field>();
            for (Raw.Input field : event.fields()) {
                Optional<Type> type = types.of(field.type(), Types.Use.INPUT);
                if (isDeclared(field.name(), type)) {
                    var made = new Field(
                            field.name().text(),
                            type.get(),
                            field.about(),
                            field.name().place());
                    vocabulary.add(made);
                    vocabulary.eventOfField.put(made.name(), event.name().text());
                    fields.add(made);
                }
            }
            if (declaredEvents.declare(event.name())) {
                String name = event.name().text();
                vocabulary.events.put(
                        name,
                        new Event(
                                name,
                                event.kind(),
                                fields,
                                List.of(),
                                event.about(),
                                event.name().place()));
            }
        }
        var declaredHooks = new Names(Code.DECLARED_TWICE, diagnostics);
        for (Raw.Hook hook : raw.hooks()) {
            if (declaredHooks.declare(hook.name())) {
                String name = hook.name().text();
                String event = hook.event().map(types::event).orElse("");
                vocabulary.hooks.put(
                        name, new Hook(name, event, hook.about(), hook.name().place()));
            }
        }
    }

    private void effects() {
        var typing = new Typing(Scope.of(vocabulary, Scope.Kind.BODY), diagnostics);
        var declared = new Names(Code.DECLARED_TWICE, diagnostics);
        for (Raw.Effect effect : raw.effects()) {
            var declaredSlots = new Names(Code.DECLARED_TWICE, diagnostics);
            var slots = new ArrayList<Effect.Slot>();
            for (Raw.Slot slot : effect.slots()) {
                Optional<Type> type = types.of(slot.type(), Types.Use.SLOT);
                if (declaredSlots.declareWord(slot.name()) && type.isPresent()) {
                    var argument = new Argument(
                            slot.name().text(),
                            type.get(),
                            slot.about(),
                            slot.name().place());
                    Optional<Expr> byDefault = slot.byDefault().map(syntax -> slotDefault(syntax, type.get(), typing));
                    slots.add(new Effect.Slot(argument, byDefault));
                }
            }
            if (declared.declare(effect.name())) {
                String name = effect.name().text();
                vocabulary.effects.put(
                        name,
                        new Effect(name, slots, effect.about(), effect.name().place()));
            }
        }
    }

    private static Expr slotDefault(Syntax syntax, Type type, Typing typing) {
        Expr value = typing.typed(syntax, type);
        return value == null ? Types.anyOf(type, syntax.place()) : value;
    }

    /** What the mechanism promises of each event; call it once definitions are known. */
    void assumptions() {
        for (Raw.Event event : raw.events()) {
            Event declared = vocabulary.events.get(event.name().text());
            if (declared == null || event.assumes().isEmpty()) {
                continue;
            }
            var typing = new Typing(Scope.within(vocabulary, Scope.Kind.ASSUMPTION, declared.name()), diagnostics);
            var assumes = new ArrayList<Invariant>();
            for (Raw.Invariant assumption : event.assumes()) {
                invariant(assumption, typing).ifPresent(assumes::add);
            }
            vocabulary.events.put(
                    declared.name(),
                    new Event(
                            declared.name(),
                            declared.kind(),
                            declared.fields(),
                            assumes,
                            declared.about(),
                            declared.place()));
        }
    }

    List<Invariant> invariants() {
        var typing = new Typing(Scope.of(vocabulary, Scope.Kind.INVARIANT), diagnostics);
        var all = new ArrayList<Invariant>();
        for (Raw.Invariant invariant : raw.invariants()) {
            invariant(invariant, typing).ifPresent(all::add);
        }
        checkDefaults(all);
        return all;
    }

    /** Waits until what has been reported is put right: a broken value is known only by a stand-in. */
    private void checkDefaults(List<Invariant> invariants) {
        if (diagnostics.hasErrors()) {
            return;
        }
        var profile = Profile.defaults(vocabulary.symbols.values().stream()
                .filter(Parameter.class::isInstance)
                .map(Parameter.class::cast)
                .toList());
        profile.violated(invariants)
                .ifPresent(invariant -> diagnostics.add(
                        invariant.place(),
                        Code.PROFILE_FORBIDDEN,
                        invariant.id() + " does not hold of the parameters' own values " + profile.valuesIn(invariant),
                        "give them values of which it holds, or change it"));
    }

    private Optional<Invariant> invariant(Raw.Invariant raw, Typing typing) {
        boolean isNew = ids.declareWord(raw.id());
        List<State> states = raw.states()
                .map(named -> new StateNames(vocabulary, diagnostics).of(named))
                .orElseGet(() -> List.copyOf(vocabulary.states.values()));
        Expr is = raw.is().map(syntax -> typing.typed(syntax, Simple.FLAG)).orElse(null);
        return is == null || !isNew
                ? Optional.empty()
                : Optional.of(new Invariant(raw.id().text(), states, is, raw.about(), raw.place()));
    }

    /** Reports a misspelt word and what may have been meant. */
    static void unknown(
            Scalar name, Code code, String what, java.util.Collection<String> known, Diagnostics diagnostics) {
        diagnostics.add(
                name.place(),
                code,
                "there is no " + what + " `" + name.text() + "`",
                Spelling.advice(name.text(), known));
    }
}
