package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hooks do not call each other in a circle, since a procedure has to come to an end. */
final class HookRules {

    private final Diagnostics diagnostics;

    /** For each hook, the hooks that its procedures call, with a place of such a call. */
    private final Map<Hook, Map<Hook, Place>> calls = new LinkedHashMap<>();

    private final Set<Hook> done = new HashSet<>();

    /** The hooks within which the search is, the innermost first; a set beside it, since there may be thousands. */
    private final Deque<Hook> open = new ArrayDeque<>();

    private boolean hasCircle;

    HookRules(List<Draft.Procedure> procedures, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (Draft.Procedure procedure : procedures) {
            if (procedure.trigger() instanceof Trigger.OnHook on) {
                Map<Hook, Place> from = calls.computeIfAbsent(on.hook(), hook -> new LinkedHashMap<>());
                for (Draft.Step step : procedure.steps()) {
                    step.rows().forEach(row -> collect(row, from));
                }
            }
        }
    }

    private static void collect(Draft.Row row, Map<Hook, Place> into) {
        for (Statement action : row.actions()) {
            if (action instanceof Statement.Call call) {
                into.putIfAbsent(call.hook(), call.place());
            }
        }
    }

    /** Reports circles; true if there is none. */
    boolean check() {
        for (Hook hook : calls.keySet()) {
            visit(hook);
        }
        return !hasCircle;
    }

    private void visit(Hook hook) {
        if (!done.add(hook)) {
            return;
        }
        open.push(hook);
        calls.getOrDefault(hook, Map.of()).forEach((callee, place) -> {
            if (open.contains(callee)) {
                reportCircle(callee, place);
            } else {
                visit(callee);
            }
        });
        open.pop();
    }

    private void reportCircle(Hook callee, Place place) {
        hasCircle = true;
        var circle = new ArrayList<String>();
        circle.add(callee.name());
        for (Hook caller : open) {
            circle.add(caller.name());
            if (caller.equals(callee)) {
                break;
            }
        }
        diagnostics.add(
                place,
                Code.HOOK_RECURSIVE,
                "the hook " + callee.name() + " is called from within itself: "
                        + String.join(" -> ", circle.reversed()),
                "use `then: again` with a measure to repeat a step");
    }
}
