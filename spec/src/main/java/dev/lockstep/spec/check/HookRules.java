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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hooks do not call each other in a circle, nor too deep, since a procedure has to come to an end. */
final class HookRules {

    /** Hooks inside each other; the present tables have 3. */
    private static final int DEEPEST = 32;

    private final Diagnostics diagnostics;

    /** For each hook, the hooks that its procedures call, with a place of such a call. */
    private final Map<Hook, Map<Hook, Place>> calls = new LinkedHashMap<>();

    /** How many hooks stand one inside the next from here on. */
    private final Map<Hook, Integer> depths = new HashMap<>();

    /** The hooks within which the search is, the innermost first. */
    private final Deque<Hook> open = new ArrayDeque<>();

    private boolean isBroken;

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

    /** Reports circles, and chains that are too long; true if there is none. */
    boolean check() {
        for (Hook hook : calls.keySet()) {
            visit(hook);
        }
        return !isBroken;
    }

    private int visit(Hook hook) {
        Integer known = depths.get(hook);
        if (known != null) {
            return known;
        }
        open.push(hook);
        int deepest = 0;
        for (Map.Entry<Hook, Place> call : calls.getOrDefault(hook, Map.of()).entrySet()) {
            if (open.contains(call.getKey())) {
                reportCircle(call.getKey(), call.getValue());
            } else if (open.size() > DEEPEST) {
                deepest = DEEPEST;
            } else {
                deepest = Math.max(deepest, visit(call.getKey()));
            }
        }
        open.pop();
        if (deepest >= DEEPEST && !isBroken) {
            reportDepth(hook);
        }
        depths.put(hook, deepest + 1);
        return deepest + 1;
    }

    private void reportDepth(Hook hook) {
        isBroken = true;
        diagnostics.add(
                hook.place(),
                Code.HOOK_TOO_DEEP,
                "more than " + DEEPEST + " hooks call each other, one inside the next, " + hook.name() + " among them",
                "make fewer of them");
    }

    private void reportCircle(Hook callee, Place place) {
        isBroken = true;
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
