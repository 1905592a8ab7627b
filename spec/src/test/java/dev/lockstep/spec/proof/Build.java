package dev.lockstep.spec.proof;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Expr.Comparison;
import dev.lockstep.spec.expr.Expr.Operator;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checked protocols made by hand, without the loader: two states A and B, one event, steps as the test wants them. */
final class Build {

    static final State A = new State("A", true, "", "", at(1));
    static final State B = new State("B", true, "", "", at(2));

    private static int line = 100;

    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Invariant> assumes = new ArrayList<>();
    private final List<Procedure> hooked = new ArrayList<>();
    private Optional<Expr> only = Optional.empty();
    private Optional<Expr> measure = Optional.empty();
    private List<State> states = List.of(A, B);

    static Place at(int line) {
        return new Place("test.yaml", line, 1);
    }

    /** A place behind all before it: names are ordered by place. */
    private static Place next() {
        return at(line++);
    }

    static Variable variable(String name, Type type) {
        return new Variable(name, type, number(0), "", "", next());
    }

    static Field field(String name, Type type) {
        return new Field(name, type, "", next());
    }

    static Parameter parameter(String name, Type type) {
        return new Parameter(name, type, number(0), "", "", next());
    }

    static Expr name(Symbol symbol) {
        return new Expr.Name(symbol, at(1));
    }

    static Expr number(long value) {
        return new Expr.Number(value, Simple.SIZE, at(1));
    }

    static Expr truth(boolean value) {
        return new Expr.Truth(value, at(1));
    }

    static Expr not(Expr operand) {
        return new Expr.Not(operand, at(1));
    }

    static Expr and(Expr... operands) {
        return new Expr.And(List.of(operands), at(1));
    }

    static Expr or(Expr... operands) {
        return new Expr.Or(List.of(operands), at(1));
    }

    static Expr compare(Expr left, Comparison comparison, Expr right) {
        return new Expr.Compare(List.of(left, right), List.of(comparison), at(1));
    }

    static Expr arithmetic(Expr left, Operator operator, Expr right) {
        return new Expr.Arithmetic(operator, left, right, left.type(), at(1));
    }

    static Expr builtin(Expr.Function function, Type type, Expr... arguments) {
        return new Expr.Builtin(function, List.of(arguments), type, at(1));
    }

    static Expr otherwise() {
        return new Expr.Otherwise(at(1));
    }

    static Statement assign(Variable variable, Expr value) {
        return new Statement.Assign(variable, value, at(1));
    }

    static Statement call(Hook hook) {
        return new Statement.Call(hook, at(1));
    }

    static Row row(String id, List<State> states, Expr when, Row.Then then, Statement... actions) {
        return new Row(
                id, states, when, List.of(actions), Optional.empty(), then, "", "", Optional.empty(), next(), next());
    }

    /** A row for both states that goes on. */
    static Row row(String id, Expr when, Statement... actions) {
        return row(id, List.of(A, B), when, Row.Then.NEXT, actions);
    }

    static Row unreachable(Row row) {
        return new Row(
                row.id(),
                row.states(),
                row.when(),
                row.actions(),
                row.to(),
                row.then(),
                "",
                "",
                Optional.of("it cannot be"),
                row.place(),
                row.whenPlace());
    }

    Build invariant(Expr is, State... in) {
        invariants.add(new Invariant("inv-" + invariants.size(), List.of(in), is, "", at(1)));
        return this;
    }

    Build assume(Expr is) {
        assumes.add(new Invariant("assume-" + assumes.size(), List.of(), is, "", at(1)));
        return this;
    }

    Build only(Expr condition) {
        only = Optional.of(condition);
        return this;
    }

    Build measure(Expr size) {
        measure = Optional.of(size);
        return this;
    }

    Build in(State... some) {
        states = List.of(some);
        return this;
    }

    /** A procedure of one row that answers the hook. */
    Build answers(Hook hook, Statement... actions) {
        Row row = row("answer-" + hooked.size(), List.of(A, B), truth(true), Row.Then.STOP, actions);
        Step step = new Step("answer", List.of(A, B), Optional.empty(), Optional.empty(), List.of(row), "", "", next());
        hooked.add(new Procedure(
                "answer-" + hook.name(),
                new Trigger.OnHook(hook),
                List.of(A, B),
                Optional.empty(),
                List.of(step),
                "",
                "",
                next()));
        return this;
    }

    /** Those that anything speaks of. */
    private List<Variable> variables(Row... rows) {
        var exprs = new ArrayList<Expr>();
        invariants.forEach(invariant -> exprs.add(invariant.is()));
        only.ifPresent(exprs::add);
        measure.ifPresent(exprs::add);
        for (Row row : rows) {
            exprs.add(row.when());
            row.actions().forEach(action -> exprs.addAll(action.expressions()));
        }
        return Reading.of(exprs).symbols().stream()
                .filter(Variable.class::isInstance)
                .map(Variable.class::cast)
                .toList();
    }

    /** The whole, with one step of these rows. */
    Specification rows(Row... rows) {
        Event event = new Event("arrival", Event.Kind.MESSAGE, List.of(), assumes, "", at(1));
        Step step = new Step("one", states, only, measure, Arrays.asList(rows), "", "", at(50));
        Procedure procedure = new Procedure(
                "arrival", new Trigger.OnEvent(event), List.of(A, B), Optional.empty(), List.of(step), "", "", at(40));
        var procedures = new ArrayList<Procedure>(List.of(procedure));
        procedures.addAll(hooked);
        return new Specification(List.of(new Protocol(
                "test",
                "a test",
                "Block",
                "",
                List.of(A, B),
                A,
                List.of(),
                variables(rows),
                List.of(),
                List.of(),
                List.of(event),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                invariants,
                procedures,
                at(1))));
    }
}
