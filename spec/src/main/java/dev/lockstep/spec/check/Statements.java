package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the entries of {@code do:}. Null as in {@link Typing}. */
final class Statements {

    private final Scope scope;
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Typing typing;

    Statements(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.vocabulary = scope.vocabulary();
        this.diagnostics = diagnostics;
        this.typing = new Typing(scope, diagnostics);
    }

    /** The actions of one row that are right; the others are reported. */
    List<Statement> check(List<Action> actions) {
        var checked = new ArrayList<Statement>();
        Map<Variable, Place> assigned = new HashMap<>();
        for (Action action : actions) {
            Statement statement = check(action);
            if (statement instanceof Statement.Assign assign) {
                Place first = assigned.putIfAbsent(assign.variable(), assign.place());
                if (first != null) {
                    diagnostics.add(
                            assign.place(),
                            Code.ASSIGNED_TWICE,
                            "this row has already assigned `"
                                    + assign.variable().name() + "`",
                            List.of(first),
                            "all assignments of a row happen at once: make one of them");
                }
            }
            if (statement != null) {
                checked.add(statement);
            }
        }
        return List.copyOf(checked);
    }

    private Statement check(Action action) {
        return switch (action) {
            case Action.Assign assign -> assign(assign);
            case Action.Perform perform -> perform(perform);
            case Action.PerformSlots perform -> performSlots(perform);
            case Action.Start start -> start(start);
            case Action.Cancel cancel -> {
                Timer timer = timer(cancel.timer());
                yield timer == null ? null : new Statement.Cancel(timer, cancel.place());
            }
            case Action.Call call -> call(call);
            case Action.DeleteTcb delete -> new Statement.DeleteTcb(delete.place());
        };
    }

    private Statement assign(Action.Assign assign) {
        Variable variable = variable(assign.target());
        if (variable == null) {
            // For the faults in its right-hand side, whatever its type.
            typing.build(assign.value(), null);
            return null;
        }
        Expr value = typing.typed(assign.value(), variable.type());
        if (value == null) {
            return null;
        }
        if (variable.type() == Simple.RANGES && !isOfItself(value, variable)) {
            return report(
                    value.place(),
                    Code.RANGES_ASSIGNMENT,
                    "`" + variable.name() + "` is assigned from something else than itself",
                    "write `none()`, `with(" + variable.name() + ", from, to)` or `from(" + variable.name() + ", at)`");
        }
        return new Statement.Assign(variable, value, assign.place());
    }

    private static boolean isOfItself(Expr value, Variable variable) {
        if (!(value instanceof Expr.Builtin builtin)) {
            return false;
        }
        return builtin.arguments().isEmpty()
                || (builtin.arguments().getFirst() instanceof Expr.Name name
                        && name.symbol().equals(variable));
    }

    private Variable variable(Syntax.Name target) {
        Symbol symbol = vocabulary.symbols.get(target.name());
        if (symbol instanceof Variable variable) {
            return variable;
        }
        if (symbol != null || target.name().equals("STATE")) {
            return report(
                    target.place(),
                    Code.NOT_ASSIGNABLE,
                    symbol == null
                            ? "the state is not assigned"
                            : "`" + target.name() + "` is " + Kinds.of(symbol) + ", and only variables are assigned",
                    symbol == null ? "write `to:`" : "");
        }
        if (vocabulary.broken.contains(target.name())) {
            return null;
        }
        if (vocabulary.definitions().names().contains(target.name())) {
            return report(
                    target.place(),
                    Code.NOT_ASSIGNABLE,
                    "`" + target.name() + "` is a definition, and only variables are assigned",
                    "assign the variables that it reads");
        }
        var variables = new ArrayList<String>();
        vocabulary.symbols.forEach((name, known) -> {
            if (known instanceof Variable) {
                variables.add(name);
            }
        });
        return report(
                target.place(),
                Code.UNKNOWN_NAME,
                "there is no variable `" + target.name() + "`",
                Spelling.advice(target.name(), variables));
    }

    private Effect effect(Syntax.Name name) {
        Effect effect = vocabulary.effects.get(name.name());
        if (effect != null) {
            return effect;
        }
        String text = name.name();
        String fix = Spelling.closest(text, vocabulary.effects.keySet())
                .map(meant -> "did you mean `" + meant + "`?")
                .orElseGet(() -> vocabulary.hooks.containsKey(text)
                        ? "write `call " + text + "` to call the hook"
                        : Spelling.advice(text, vocabulary.effects.keySet()));
        return report(name.place(), Code.UNKNOWN_EFFECT, "there is no effect `" + text + "`", fix);
    }

    private Statement perform(Action.Perform perform) {
        Effect effect = effect(perform.effect());
        if (effect == null) {
            return null;
        }
        List<Effect.Slot> slots = effect.slots();
        if (perform.arguments().size() > slots.size()) {
            return report(
                    perform.place(),
                    Code.ARGUMENT_COUNT,
                    "`" + effect.name() + "` takes " + Builtins.arguments(slots.size()) + ", and has "
                            + perform.arguments().size(),
                    "");
        }
        Map<String, Syntax> given = new HashMap<>();
        for (int i = 0; i < perform.arguments().size(); i++) {
            given.put(slots.get(i).argument().name(), perform.arguments().get(i));
        }
        return perform(effect, given, perform.place());
    }

    private Statement performSlots(Action.PerformSlots perform) {
        Effect effect = effect(perform.effect());
        if (effect == null) {
            return null;
        }
        var known = new ArrayList<String>();
        effect.slots().forEach(slot -> known.add(slot.argument().name()));
        Map<String, Syntax> given = new HashMap<>();
        boolean failed = false;
        for (Action.Slot slot : perform.slots()) {
            String name = slot.name().name();
            if (!known.contains(name)) {
                report(
                        slot.name().place(),
                        Code.UNKNOWN_SLOT,
                        "`" + effect.name() + "` has no slot `" + name + "`",
                        Spelling.advice(name, known));
                failed = true;
            } else if (given.putIfAbsent(name, slot.value()) != null) {
                report(
                        slot.name().place(),
                        Code.ARGUMENT_COUNT,
                        "the slot `" + name + "` is given twice",
                        "take one away");
                failed = true;
            }
        }
        Statement statement = perform(effect, given, perform.place());
        return failed ? null : statement;
    }

    private Statement perform(Effect effect, Map<String, Syntax> given, Place place) {
        var arguments = new ArrayList<Expr>();
        boolean failed = false;
        for (Effect.Slot slot : effect.slots()) {
            Syntax value = given.get(slot.argument().name());
            Expr typed;
            if (value != null) {
                typed = typing.typed(value, slot.argument().type());
            } else if (slot.byDefault().isPresent()) {
                typed = slot.byDefault().get();
            } else {
                typed = null;
                report(
                        place,
                        Code.ARGUMENT_COUNT,
                        "`" + effect.name() + "` needs " + slot.argument().name() + ", which is "
                                + Words.of(slot.argument().type()),
                        "add `<" + slot.argument().name() + "=...>`");
            }
            failed |= typed == null;
            arguments.add(typed);
        }
        return failed ? null : new Statement.Perform(effect, arguments, place);
    }

    private Statement start(Action.Start start) {
        Timer timer = timer(start.timer());
        Expr duration = typing.typed(start.duration(), Simple.DURATION);
        if (timer == null || duration == null) {
            return null;
        }
        return start.again()
                ? new Statement.Restart(timer, duration, start.place())
                : new Statement.Start(timer, duration, start.place());
    }

    private Timer timer(Syntax.Name name) {
        Timer timer = vocabulary.timers.get(name.name());
        return timer != null
                ? timer
                : report(
                        name.place(),
                        Code.UNKNOWN_TIMER,
                        "there is no timer `" + name.name() + "`",
                        Spelling.advice(name.name(), vocabulary.timers.keySet()));
    }

    private Statement call(Action.Call call) {
        String name = call.hook().name();
        Hook hook = vocabulary.hooks.get(name);
        if (hook == null) {
            return report(
                    call.hook().place(),
                    Code.UNKNOWN_HOOK,
                    "there is no hook `" + name + "`",
                    Spelling.advice(name, vocabulary.hooks.keySet()));
        }
        if (!hook.event().isEmpty() && !scope.isWithin(hook.event())) {
            diagnostics.add(
                    call.place(),
                    Code.HOOK_OUT_OF_EVENT,
                    "the hook " + name + " reads fields of the event " + hook.event() + ", and "
                            + (scope.event().isEmpty()
                                    ? "this is not within an event"
                                    : "this is within " + scope.event()),
                    List.of(hook.place()),
                    "call it where " + hook.event() + " is handled");
            return null;
        }
        return new Statement.Call(hook, call.place());
    }

    private <T> T report(Place place, Code code, String message, String fix) {
        diagnostics.add(place, code, message, fix);
        return null;
    }
}
