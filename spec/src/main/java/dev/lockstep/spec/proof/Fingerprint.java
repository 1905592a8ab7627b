package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names an obligation by its content: two have the same fingerprint exactly if the same is to be proved of them, wherever
 * they stand. Definitions are written out, so that a step is proved anew when a definition that it uses changes.
 */
final class Fingerprint {

    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    /** SHA-256 in hexadecimal digits. @param version of the prover: what an older one proved does not count */
    static String of(Obligation obligation, String version) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] content = (version + "\n" + content(obligation)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    /** All that the proof reads, as text. */
    static String content(Obligation obligation) {
        var print = new Fingerprint();
        print.states("protocol", obligation.protocol().states());
        print.states("step", obligation.step().states());
        obligation
                .expired()
                .ifPresent(timer -> print.text
                        .append(obligation.isFirst() ? "expired " : "had expired ")
                        .append(timer.name())
                        .append('\n'));
        print.exprs("conditions", obligation.conditions());
        for (Invariant invariant : obligation.invariants()) {
            print.states("invariant", invariant.states());
            print.exprs("is", List.of(invariant.is()));
        }
        obligation.step().only().ifPresent(only -> print.exprs("only", List.of(only)));
        obligation.step().measure().ifPresent(measure -> print.exprs("measure", List.of(measure)));
        obligation.step().rows().forEach(row -> print.row(obligation, row));
        return print.text.toString();
    }

    private void row(Obligation obligation, Row row) {
        states("row " + row.id() + (row.unreachable().isPresent() ? " unreachable" : ""), row.states());
        exprs("when", List.of(row.when()));
        exprs("actions", Obligation.provedActions(row));
        if (row.then() == Row.Then.AGAIN) {
            text.append("again to ")
                    .append(row.to().map(State::name).orElse(""))
                    .append(" assigns");
            Obligation.assigned(row).forEach(variable -> text.append(' ').append(symbol(variable)));
            text.append(" calls change");
            obligation.changedByCalls(row).forEach(variable -> text.append(' ').append(symbol(variable)));
            text.append(obligation.callsMayMove(row) ? " STATE\n" : "\n");
        }
    }

    private void states(String what, List<State> states) {
        text.append(what).append(':');
        states.forEach(state -> text.append(' ').append(state.name()));
        text.append('\n');
    }

    private void exprs(String what, List<Expr> exprs) {
        text.append(what);
        exprs.forEach(expr -> text.append(' ').append(write(expr, Map.of())));
        text.append('\n');
    }

    /** @param arguments what stands for each argument of the definition that is being written out */
    private static String write(Expr expr, Map<String, String> arguments) {
        return switch (expr) {
            case Expr.Number number -> number.value() + ":" + Type.word(number.type());
            case Expr.Truth truth -> Boolean.toString(truth.value());
            case Expr.Enumeral enumeral -> enumeral.value() + ":" + type(enumeral.type());
            case Expr.EnumeralSet set -> set.values() + ":" + type(set.type());
            case Expr.Name name when name.symbol() instanceof Argument argument -> arguments.get(argument.name());
            case Expr.Name name -> symbol(name.symbol());
            case Expr.CurrentState ignored -> "STATE";
            case Expr.StateName name -> name.state().name() + ":state";
            case Expr.Armed armed -> "(armed " + armed.timer().name() + ")";
            case Expr.Use use -> use(use, arguments);
            case Expr.Builtin builtin -> node(builtin.function() + ":" + Type.word(builtin.type()), builtin, arguments);
            case Expr.Not not -> node("not", not, arguments);
            case Expr.And and -> node("and", and, arguments);
            case Expr.Or or -> node("or", or, arguments);
            case Expr.Compare compare -> node(compare.comparisons().toString(), compare, arguments);
            case Expr.In in -> node("in", in, arguments);
            case Expr.Arithmetic sum -> node(sum.operator() + ":" + Type.word(sum.type()), sum, arguments);
            case Expr.If choice -> node("if", choice, arguments);
            case Expr.Otherwise ignored -> "otherwise";
            case Expr.At at -> node("at " + at.endpoint(), at, arguments);
        };
    }

    private static String node(String name, Expr expr, Map<String, String> arguments) {
        var node = new StringBuilder("(").append(name);
        for (Expr part : Reading.parts(expr)) {
            node.append(' ').append(write(part, arguments));
        }
        return node.append(')').toString();
    }

    private static String use(Expr.Use use, Map<String, String> arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < use.arguments().size(); i++) {
            String name = use.definition().arguments().get(i).name();
            given.put(name, write(use.arguments().get(i), arguments));
        }
        // Its name is part of what is said when the proof fails.
        return "(use " + use.definition().name() + " " + write(use.definition().is(), given) + ")";
    }

    /** Kind and type decide which values are possible, and so what can be proved. */
    private static String symbol(Symbol symbol) {
        return symbol.getClass().getSimpleName() + ":" + symbol.name() + ":" + type(symbol.type());
    }

    private static String type(Type type) {
        return switch (type) {
            case Type.Simple simple -> simple.word();
            case Type.Enumeration enumeration -> enumeration.name() + enumeration.values();
            case Type.SetOf set -> "set of " + type(set.of());
        };
    }
}
