package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Moments;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The functions that only the properties of models have. Null as in {@link Typing}. */
final class ClaimFunctions {

    static final List<String> NAMES = List.of("after", "some", "every");

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final Typing typing;

    ClaimFunctions(Scope scope, Diagnostics diagnostics, Typing typing) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.typing = typing;
    }

    boolean knows(String name) {
        return scope.kind() == Scope.Kind.PROPERTY && NAMES.contains(name);
    }

    Expr apply(Syntax.Apply apply, Type hint) {
        int expected = apply.name().equals("after") ? 1 : 2;
        if (apply.arguments().size() != expected) {
            return typing.report(
                    apply.place(),
                    Code.ARGUMENT_COUNT,
                    "`" + apply.name() + "` takes " + Builtins.arguments(expected) + ", and has "
                            + apply.arguments().size(),
                    expected == 1 ? "" : "write `" + apply.name() + "(A.ARRIVING, SEG.RST)`");
        }
        return switch (apply.name()) {
            case "after" -> after(apply, hint);
            case "some" -> segments(Expr.Amount.SOME, apply);
            case "every" -> segments(Expr.Amount.EVERY, apply);
            default -> throw new IllegalStateException("no such function: " + apply.name());
        };
    }

    private Expr after(Syntax.Apply apply, Type hint) {
        Expr operand = typing.build(apply.arguments().getFirst(), hint);
        if (operand != null && Moments.isOfStep(operand)) {
            return typing.report(
                    operand.place(),
                    Code.NAME_NOT_ALLOWED,
                    "`after` asks for what is at one moment, and this is about the step itself",
                    "take `after` away here");
        }
        return operand == null ? null : new Expr.After(operand, apply.place());
    }

    private Expr segments(Expr.Amount amount, Syntax.Apply apply) {
        Syntax of = apply.arguments().getFirst();
        String name = of instanceof Syntax.Name named ? named.name() : "";
        String endpoint = name.substring(0, Math.max(0, name.indexOf('.')));
        String queue = name.substring(name.indexOf('.') + 1);
        List<String> queues = Arrays.stream(Expr.Queue.values()).map(Enum::name).toList();
        if (!scope.endpoints().contains(endpoint) || !queues.contains(queue)) {
            return typing.report(
                    of.place(),
                    Code.UNKNOWN_NAME,
                    "expected the segments of an endpoint",
                    Spelling.closest(queue, queues)
                            .map(meant -> "did you mean `A." + meant + "`?")
                            .orElse("write `A.ARRIVING` or `A.SENDS`"));
        }
        Scope inside = new Scope(scope.vocabulary(), scope.kind(), message(), Map.of(), scope.endpoints());
        Expr satisfy = new Typing(inside, diagnostics).typed(apply.arguments().getLast(), Simple.FLAG);
        return satisfy == null
                ? null
                : new Expr.Segments(amount, endpoint, Expr.Queue.valueOf(queue), satisfy, apply.place());
    }

    /** The event whose fields a segment has. */
    private String message() {
        return scope.vocabulary().events.values().stream()
                .filter(event -> event.kind() == Event.Kind.MESSAGE)
                .map(Event::name)
                .findFirst()
                .orElse("");
    }
}
