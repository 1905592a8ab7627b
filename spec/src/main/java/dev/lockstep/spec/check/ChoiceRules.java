package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** For every hook, state and choice of parameters there is at most one procedure. */
final class ChoiceRules {

    private final boolean isStateless;
    private final Diagnostics diagnostics;

    ChoiceRules(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.isStateless = vocabulary.states.isEmpty();
        this.diagnostics = diagnostics;
    }

    void check(List<Draft.Procedure> procedures) {
        Map<Hook, List<Draft.Procedure>> byHook = new LinkedHashMap<>();
        for (Draft.Procedure procedure : procedures) {
            if (procedure.trigger() instanceof Trigger.OnHook on && isDecidable(procedure)) {
                byHook.computeIfAbsent(on.hook(), hook -> new ArrayList<>()).add(procedure);
            }
        }
        byHook.forEach(this::checkHook);
    }

    private boolean isDecidable(Draft.Procedure procedure) {
        if (procedure.chosenBy().isEmpty()) {
            // A broken condition has been reported, and says nothing of when it would hold.
            return procedure.raw().chosenByText().isEmpty();
        }
        Optional<Expr> odd = Choices.undecidable(procedure.chosenBy().get());
        odd.ifPresent(expr -> diagnostics.add(
                expr.place(),
                Code.CHOSEN_BY,
                "`chosen-by` compares parameters with constants, and nothing else",
                "declare a parameter for the choice"));
        return odd.isEmpty();
    }

    private void checkHook(Hook hook, List<Draft.Procedure> procedures) {
        for (int i = 0; i < procedures.size(); i++) {
            for (int j = 0; j < i; j++) {
                Draft.Procedure first = procedures.get(j);
                Draft.Procedure second = procedures.get(i);
                var common = new ArrayList<>(first.states());
                common.retainAll(second.states());
                if (isStateless || !common.isEmpty()) {
                    bothChosen(first, second).ifPresent(choice -> report(hook, first, second, choice));
                }
            }
        }
    }

    private static Optional<Map<String, String>> bothChosen(Draft.Procedure first, Draft.Procedure second) {
        var conditions = new ArrayList<Expr>();
        first.chosenBy().ifPresent(conditions::add);
        second.chosenBy().ifPresent(conditions::add);
        return Choices.allTrue(conditions);
    }

    private void report(Hook hook, Draft.Procedure first, Draft.Procedure second, Map<String, String> choice) {
        String when = choice.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
        diagnostics.add(
                second.raw().name().place(),
                Code.HOOK_ANSWERED_TWICE,
                "the procedures " + first.name() + " and " + second.name() + " both answer the hook " + hook.name()
                        + (when.isEmpty() ? "" : "\nwith " + when),
                List.of(first.raw().name().place()),
                "let `chosen-by` or `states` exclude the other");
    }
}
