package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is declared is used by some row, itself or by way of something used. Fields of events are left out: a vocabulary lists
 * those of the wire, whether or not a row looks at them.
 */
final class UsageRules {

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Set<String> symbols = new HashSet<>();
    private final Set<String> definitions = new HashSet<>();
    private final Set<String> effects = new HashSet<>();

    /** Hooks that are called, with a place of a call. */
    private final Map<Hook, Place> called = new LinkedHashMap<>();

    private final Set<Hook> answered = new HashSet<>();

    UsageRules(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    void check(List<Draft.Procedure> procedures, List<Definition> declared, List<Invariant> invariants) {
        procedures.forEach(this::use);
        for (Event event : vocabulary.events.values()) {
            event.assumes().forEach(assumption -> use(assumption.is()));
        }
        // An invariant alone is no use of a variable, but it is one of a definition.
        for (Invariant invariant : invariants) {
            invariant.is().parts().forEach(part -> {
                if (part instanceof Expr.Use use) {
                    use(use);
                }
            });
        }
        report(declared);
    }

    private void use(Draft.Procedure procedure) {
        procedure.chosenBy().ifPresent(this::use);
        if (procedure.trigger() instanceof Trigger.OnHook on) {
            answered.add(on.hook());
        }
        for (Draft.Step step : procedure.steps()) {
            step.only().ifPresent(this::use);
            step.measure().ifPresent(this::use);
            for (Draft.Row row : step.rows()) {
                use(row.when());
                row.actions().forEach(this::use);
            }
        }
    }

    private void use(Statement action) {
        switch (action) {
            case Statement.Assign assign -> {
                symbols.add(assign.variable().name());
                use(assign.value());
            }
            case Statement.Perform perform -> {
                effects.add(perform.effect().name());
                perform.arguments().forEach(this::use);
            }
            case Statement.Start start -> use(start.duration());
            case Statement.Restart restart -> use(restart.duration());
            case Statement.Call call -> called.putIfAbsent(call.hook(), call.place());
            case Statement.Cancel cancel -> {}
            case Statement.DeleteTcb delete -> {}
        }
    }

    private void use(Expr expr) {
        expr.parts().forEach(part -> {
            if (part instanceof Expr.Name name && symbols.add(name.symbol().name())) {
                if (name.symbol() instanceof Variable variable) {
                    use(variable.start());
                }
            }
            if (part instanceof Expr.Use use && definitions.add(use.definition().name())) {
                use(use.definition().is());
            }
        });
    }

    private void report(List<Definition> declared) {
        for (Symbol symbol : vocabulary.symbols.values()) {
            if (symbol instanceof Variable variable && symbols.contains(variable.name())) {
                use(variable.start()); // assigned and never read
            }
        }
        for (Symbol symbol : vocabulary.symbols.values()) {
            if (!(symbol instanceof Field) && !symbols.contains(symbol.name())) {
                reportUnused(symbol.place(), Kinds.of(symbol), symbol.name());
            }
        }
        for (Definition definition : declared) {
            if (!definitions.contains(definition.name())) {
                reportUnused(definition.place(), "a definition", definition.name());
            }
        }
        for (Effect effect : vocabulary.effects.values()) {
            if (!effects.contains(effect.name())) {
                reportUnused(effect.place(), "an effect", effect.name());
            }
        }
        vocabulary.hooks.values().forEach(this::report);
    }

    private void report(Hook hook) {
        if (!called.containsKey(hook)) {
            reportUnused(hook.place(), "a hook", hook.name());
        } else if (!answered.contains(hook)) {
            diagnostics.add(
                    hook.place(),
                    Code.HOOK_UNANSWERED,
                    "the hook " + hook.name() + " is called, and no procedure answers it",
                    List.of(called.get(hook)),
                    "add a procedure with `on: hook " + hook.name() + "`");
        }
    }

    private void reportUnused(Place place, String what, String name) {
        diagnostics.add(
                place, Code.NEVER_USED, "`" + name + "` is " + what + " that no row uses", "use it, or take it away");
    }
}
