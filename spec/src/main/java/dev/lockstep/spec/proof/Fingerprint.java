package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
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
        return hash(version + "\nstep\n" + content(obligation));
    }

    /** The same for what a row has to keep up. */
    static String of(Keep keep, Obligation obligation, String version) {
        return hash(version + "\nkeep\n" + content(keep, obligation));
    }

    /** The same for what has to hold at the start. */
    static String of(Start start, String version) {
        var print = new Fingerprint();
        print.states("protocol", start.protocol().states());
        print.states(
                "start",
                start.protocol().states().isEmpty()
                        ? List.of()
                        : List.of(start.protocol().start()));
        start.profile().forEach(print::invariant);
        start.values().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> print.exprs(symbol(entry.getKey()), List.of(entry.getValue())));
        print.invariant(start.invariant());
        return hash(version + "\nstart\n" + print.text);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) { // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    /** All that the proof reads, as text. */
    static String content(Obligation obligation) {
        var print = new Fingerprint();
        print.premises(obligation);
        obligation.step().measure().ifPresent(measure -> print.exprs("measure", List.of(measure)));
        for (Row row : obligation.step().rows()) {
            print.guard(row);
            if (row.then() == Row.Then.AGAIN) {
                print.actions(obligation, row);
            } else {
                print.exprs("proved", Obligation.provedActions(row));
            }
        }
        return print.text.toString();
    }

    private static String content(Keep keep, Obligation obligation) {
        var print = new Fingerprint();
        print.premises(obligation);
        if (keep.itsRow().when() instanceof Expr.Otherwise) {
            obligation.step().rows().forEach(print::guard);
        }
        print.guard(keep.itsRow());
        print.actions(obligation, keep.itsRow());
        print.invariant(keep.invariant());
        print.text.append("at ").append(keep.point()).append(keep.goesOn() ? " goes on\n" : " ends\n");
        return print.text.toString();
    }

    private void premises(Obligation obligation) {
        states("protocol", obligation.protocol().states());
        states(
                obligation.beginsEvent() ? "first step" : "step",
                obligation.step().states());
        obligation
                .expired()
                .ifPresent(timer -> text.append(obligation.isFirst() ? "expired " : "had expired ")
                        .append(timer.name())
                        .append('\n'));
        exprs("conditions", obligation.conditions());
        obligation.invariants().forEach(this::invariant);
        obligation.step().only().ifPresent(only -> exprs("only", List.of(only)));
    }

    private void invariant(Invariant invariant) {
        states("invariant " + invariant.id(), invariant.states());
        exprs("is", List.of(invariant.is()));
    }

    private void guard(Row row) {
        states("row " + row.id() + (row.unreachable().isPresent() ? " unreachable" : ""), row.states());
        exprs("when", List.of(row.when()));
    }

    /** What a row does to the control block; its effects do nothing to it. */
    private void actions(Obligation obligation, Row row) {
        text.append("to ").append(row.to().map(State::name).orElse("the same")).append('\n');
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign assign -> exprs(symbol(assign.variable()), List.of(assign.value()));
                case Statement.Start start ->
                    text.append("arm ").append(start.timer().name()).append('\n');
                case Statement.Restart restart ->
                    text.append("arm ").append(restart.timer().name()).append('\n');
                case Statement.Cancel cancel ->
                    text.append("disarm ").append(cancel.timer().name()).append('\n');
                case Statement.Call call -> call(obligation, row, call);
                case Statement.DeleteTcb ignored ->
                    obligation
                            .protocol()
                            .variables()
                            .forEach(variable -> exprs(symbol(variable), List.of(variable.start())));
                case Statement.Perform ignored -> {}
            }
        }
    }

    private void call(Obligation obligation, Row row, Statement.Call call) {
        Calls may = Calls.of(obligation.protocol(), call.hook());
        List<State> states = row.to().map(List::of).orElse(row.states());
        text.append("call ").append(call.hook().name());
        text.append(Calls.isSureToBeAnswered(obligation.protocol(), call.hook(), states) ? " surely" : " perhaps");
        may.variables().forEach(variable -> text.append(' ').append(symbol(variable)));
        may.timers().forEach(timer -> text.append(" timer ").append(timer.name()));
        text.append(may.move() ? " STATE\n" : "\n");
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
            case Expr.After after -> node("after", after, arguments);
            case Expr.Segments some ->
                node(some.amount() + " " + some.endpoint() + "." + some.queue(), some, arguments);
        };
    }

    private static String node(String name, Expr expr, Map<String, String> arguments) {
        var node = new StringBuilder("(").append(name);
        for (Expr part : expr.children()) {
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
