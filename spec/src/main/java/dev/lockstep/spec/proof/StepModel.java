package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A step in Z3's words: when its rows match, what may be relied on before, and what names mean on the way through a row. */
final class StepModel {

    private final Context z3;
    private final Obligation obligation;
    private final Protocol protocol;
    private final Step step;
    private final Encoder encoder;
    private final Scope before;
    private final BoolExpr[] matches;

    /**
     * Where a row hands over to somebody else.
     *
     * @param call to the procedures that answer this hook; empty for the end of the row
     * @param scope what names mean there
     * @param known what was learnt from calls that have returned: by name, as {@link Verdict#needs} has it
     */
    record Point(Optional<Hook> call, Scope scope, Map<String, BoolExpr> known) {}

    StepModel(Context z3, Obligation obligation) {
        this.z3 = z3;
        this.obligation = obligation;
        this.protocol = obligation.protocol();
        this.step = obligation.step();
        this.encoder = new Encoder(z3, protocol.states());
        this.before = atBeginning();
        this.matches = new BoolExpr[step.rows().size()];
    }

    Encoder encoder() {
        return encoder;
    }

    /** What names mean before a row. */
    Scope before() {
        return before;
    }

    /** When a row matches, its states included. */
    BoolExpr match(int row) {
        if (matches[row] == null) {
            Expr when = step.rows().get(row).when();
            matches[row] = z3.mkAnd(
                    encoder.isIn(step.rows().get(row).states(), before),
                    when instanceof Expr.Otherwise ? noOther() : encoder.truth(when, before));
        }
        return matches[row];
    }

    List<BoolExpr> matches() {
        return IntStream.range(0, matches.length).mapToObj(this::match).toList();
    }

    private BoolExpr noOther() {
        return z3.mkNot(z3.mkOr(IntStream.range(0, matches.length)
                .filter(row -> !(step.rows().get(row).when() instanceof Expr.Otherwise))
                .mapToObj(this::match)
                .toArray(BoolExpr[]::new)));
    }

    /** Tells the query what may be relied on: to be called last, when all unknowns are known. Invariants go by their ids. */
    void assume(Query query) {
        query.fix(encoder.zeros());
        query.assume(encoder.isIn(step.states(), before));
        step.only().ifPresent(only -> query.assume(encoder.truth(only, before)));
        for (Expr condition : obligation.conditions()) {
            query.assume(encoder.truth(condition, before));
        }
        Scope between = asIfArmed(before);
        for (Invariant invariant : obligation.invariants()) {
            query.assume(invariant.id(), holds(invariant, between));
        }
        query.assume(encoder.facts().toArray(BoolExpr[]::new));
    }

    BoolExpr holds(Invariant invariant, Scope scope) {
        return z3.mkImplies(encoder.isIn(invariant.states(), scope), encoder.truth(invariant.is(), scope));
    }

    /**
     * In a procedure that handles a timer's expiry, invariants speak of that timer as of an armed one: they held when it still was,
     * and one such as {@code not armed(retransmission) or flight > 0} would say nothing any more.
     */
    Scope asIfArmed(Scope scope) {
        return obligation.expired().map(timer -> scope.with(timer, z3.mkTrue())).orElse(scope);
    }

    private Scope atBeginning() {
        Scope scope = encoder.before();
        boolean hasJustExpired = obligation.isFirst() && obligation.expired().isPresent();
        return hasJustExpired ? scope.with(obligation.expired().get(), z3.mkFalse()) : scope;
    }

    // ------------------------------------------------------------------------------------------ through a row

    /** Each call of a row and its end, in order. All assignments come first, then the other actions one by one. */
    List<Point> points(int index) {
        Row row = step.rows().get(index);
        var points = new ArrayList<Point>();
        var known = new HashMap<String, BoolExpr>();
        Scope scope = assigned(row);
        for (Statement action : row.actions()) {
            scope = switch (action) {
                case Statement.Start start -> scope.with(start.timer(), z3.mkTrue());
                case Statement.Restart restart -> scope.with(restart.timer(), z3.mkTrue());
                case Statement.Cancel cancel -> scope.with(cancel.timer(), z3.mkFalse());
                case Statement.Call call -> {
                    points.add(new Point(Optional.of(call.hook()), scope, Map.copyOf(known)));
                    yield returned(call.hook(), scope, row, points.size(), known);
                }
                case Statement.Assign ignored -> scope;
                case Statement.Perform ignored -> scope;
                case Statement.DeleteTcb ignored -> deleted(scope);
            };
        }
        points.add(new Point(Optional.empty(), scope, Map.copyOf(known)));
        return points;
    }

    /** The end of a row, where nothing is known of what called procedures did. */
    Scope after(int index) {
        return points(index).getLast().scope();
    }

    private Scope assigned(Row row) {
        var values = new HashMap<String, com.microsoft.z3.Expr<?>>();
        for (Statement action : row.actions()) {
            if (action instanceof Statement.Assign assign) {
                values.put(assign.variable().name(), encoder.assigned(assign.variable(), assign.value(), before));
            }
        }
        BitVecExpr state = row.to().map(encoder::state).orElse(before.state());
        return new Scope(Map.of(), values, before.armed(), state);
    }

    private Scope deleted(Scope scope) {
        var values = new HashMap<String, com.microsoft.z3.Expr<?>>();
        for (Variable variable : protocol.variables()) {
            values.put(variable.name(), encoder.assigned(variable, variable.start(), before));
        }
        var armed = new HashMap<String, BoolExpr>();
        protocol.timers().forEach(timer -> armed.put(timer.name(), z3.mkFalse()));
        return new Scope(Map.of(), values, armed, scope.state());
    }

    /** When a call returns: what the called procedures may have changed is unknown, but for the invariants. */
    private Scope returned(Hook hook, Scope scope, Row row, int calls, Map<String, BoolExpr> known) {
        Calls may = Calls.of(protocol, hook);
        String when = "after call " + calls + " of " + row.id();
        List<State> states = row.to().map(List::of).orElse(row.states());
        BoolExpr answered =
                Calls.isSureToBeAnswered(protocol, hook, states) ? z3.mkTrue() : z3.mkBoolConst("answered " + when);
        var values = new HashMap<>(scope.assigned());
        for (Variable variable : may.variables()) {
            com.microsoft.z3.Expr<?> old = encoder.value(name(variable), scope);
            values.put(variable.name(), encoder.either(answered, encoder.anyValueOf(variable, when), old));
        }
        var armed = new HashMap<>(scope.armed());
        for (Timer timer : may.timers()) {
            BoolExpr old = encoder.armed(timer, scope);
            BoolExpr now = z3.mkBoolConst("armed " + timer.name() + " " + when);
            armed.put(timer.name(), (BoolExpr) encoder.either(answered, now, old));
        }
        BitVecExpr state = scope.state();
        if (may.move()) {
            BitVecExpr now = z3.mkBVConst("STATE " + when, state.getSortSize());
            state = (BitVecExpr) encoder.either(answered, now, state);
        }
        var returned = new Scope(Map.of(), values, armed, state);
        for (Invariant invariant : obligation.invariants()) {
            known.merge(
                    invariant.id() + "@" + hook.name(),
                    z3.mkImplies(answered, holds(invariant, returned)),
                    (one, other) -> z3.mkAnd(one, other));
        }
        return returned;
    }

    private static Expr name(Symbol symbol) {
        return new Expr.Name(symbol, symbol.place());
    }
}
