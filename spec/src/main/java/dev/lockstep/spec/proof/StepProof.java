package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proves one step, or finds what is wrong with it. One question shows that no two rows match together and one that some row
 * matches, over all states at once; only when one of them fails are pairs and states looked at singly.
 */
final class StepProof {

    private final Context z3;
    private final Obligation obligation;
    private final Step step;
    private final StepModel model;
    private final Encoder encoder;
    private final Scope before;
    private final Query query;
    private final List<BoolExpr> matches;
    private final List<Finding> findings = new ArrayList<>();

    private StepProof(Context z3, Obligation obligation, Limit limit) {
        this.z3 = z3;
        this.obligation = obligation;
        this.step = obligation.step();
        this.model = new StepModel(z3, obligation);
        this.encoder = model.encoder();
        this.before = model.before();
        this.query = new Query(z3, limit);
        this.matches = model.matches();
    }

    /** What is wrong, and what the proofs rely on. */
    static Verdict of(Context z3, Obligation obligation, Limit limit) {
        var proof = new StepProof(z3, obligation, limit);
        List<Falling> falling = proof.falling();
        List<List<Divisions.ByZero>> divisions = proof.divisions();
        proof.model.assume(proof.query);
        proof.proveExclusive();
        proof.proveComplete();
        proof.proveReachable();
        proof.proveFalling(falling);
        proof.proveDivisions(divisions);
        return new Verdict(proof.findings, proof.query.reliedOn());
    }

    // ------------------------------------------------------------------------------------------ exactly one row

    private void proveExclusive() {
        var overlaps = new ArrayList<BoolExpr>();
        for (int i = 1; i < matches.size(); i++) {
            overlaps.add(z3.mkAnd(matches.get(i), anyOf(matches.subList(0, i))));
        }
        if (query.prove(anyOf(overlaps)) == Query.Answer.NO) {
            return;
        }
        for (int i = 1; i < matches.size(); i++) {
            for (int j = 0; j < i; j++) {
                proveExclusive(j, i);
            }
        }
    }

    private void proveExclusive(int first, int second) {
        BoolExpr both = z3.mkAnd(matches.get(first), matches.get(second));
        switch (query.prove(both)) {
            case NO -> {}
            case UNDECIDED -> {
                String rows = id(first) + " and " + id(second);
                findings.add(Finding.undecided(second, "whether rows " + rows + " can both match"));
            }
            case YES -> {
                String witness = witness(both, guard(first), guard(second));
                String fix = suggestion().forOverlap(first, second);
                findings.add(new Finding(Finding.Kind.OVERLAP, second, first, witness, "", fix));
            }
        }
    }

    private void proveComplete() {
        BoolExpr gap = z3.mkNot(anyOf(matches));
        switch (query.prove(gap)) {
            case NO -> {}
            case UNDECIDED -> findings.add(Finding.undecided(Finding.STEP, "whether some row always matches"));
            case YES -> {
                List<State> states = step.states().stream()
                        .filter(state -> query.ask(gap, encoder.isIn(List.of(state), before)) == Query.Answer.YES)
                        .toList();
                List<Expr> readers = step.rows().stream()
                        .filter(row -> states.isEmpty() || row.states().contains(states.getFirst()))
                        .map(Row::when)
                        .toList();
                Optional<Witness> witness = find(gap, readers);
                String names =
                        String.join(", ", states.stream().map(State::name).toList());
                findings.add(new Finding(
                        Finding.Kind.GAP,
                        Finding.STEP,
                        Finding.STEP,
                        witness.map(Witness::text).orElse(""),
                        names,
                        witness.map(case_ -> suggestion().forGap(case_)).orElse("")));
            }
        }
    }

    // ------------------------------------------------------------------------------------------ every row some time

    private void proveReachable() {
        for (int i = 0; i < matches.size(); i++) {
            if (step.rows().get(i).unreachable().isPresent()) {
                proveUnreachable(i);
            } else if (query.ask(this::isSure, matches.get(i)) == Query.Answer.NO) {
                findings.add(new Finding(Finding.Kind.NEVER, i, Finding.STEP, "", "", ""));
            }
        }
    }

    private void proveUnreachable(int row) {
        switch (query.prove(matches.get(row))) {
            case NO -> {}
            case UNDECIDED -> findings.add(Finding.undecided(row, "whether row " + id(row) + " can ever match"));
            case YES -> {
                String witness = witness(matches.get(row), guard(row));
                findings.add(new Finding(Finding.Kind.AFTER_ALL, row, Finding.STEP, witness, "", ""));
            }
        }
    }

    /** In the middle of an event an invariant may be broken for a while, and just this row be there to mend it. */
    private boolean isSure(String invariant) {
        return obligation.beginsEvent() || Implicit.is(invariant);
    }

    // ------------------------------------------------------------------------------------------ again comes to an end

    /** When a row that says again fails to bring the measure down. */
    private record Falling(int row, BoolExpr fails) {}

    private List<Falling> falling() {
        var falling = new ArrayList<Falling>();
        if (step.measure().isEmpty()) {
            return falling;
        }
        Expr measure = step.measure().get();
        BitVecExpr old = encoder.number(measure, before);
        for (int i = 0; i < matches.size(); i++) {
            Row row = step.rows().get(i);
            if (row.then() == Row.Then.AGAIN) {
                BitVecExpr after = encoder.number(measure, model.after(i));
                BoolExpr falls = z3.mkAnd(z3.mkBVSLT(after, old), z3.mkBVSGE(after, z3.mkBV(0, after.getSortSize())));
                falling.add(new Falling(i, z3.mkAnd(matches.get(i), z3.mkNot(falls))));
            }
        }
        return falling;
    }

    private void proveFalling(List<Falling> falling) {
        for (Falling one : falling) {
            Query.Answer answer = query.prove(one.fails());
            if (answer == Query.Answer.UNDECIDED) {
                findings.add(Finding.undecided(one.row(), "whether row " + id(one.row()) + " brings the measure down"));
            } else if (answer == Query.Answer.YES) {
                var readers = new ArrayList<>(assignedTo(step.measure().orElseThrow(), one.row()));
                readers.add(step.measure().orElseThrow());
                readers.add(guard(one.row()));
                String witness = witness(one.fails(), readers.toArray(Expr[]::new));
                String measure = ExprText.of(step.measure().orElseThrow());
                findings.add(new Finding(Finding.Kind.MEASURE, one.row(), Finding.STEP, witness, measure, ""));
            }
        }
    }

    /** What a row assigns to the variables that the measure reads. */
    private List<Expr> assignedTo(Expr measure, int row) {
        var read = Reading.of(measure).symbols();
        return step.rows().get(row).actions().stream()
                .filter(action -> action instanceof Statement.Assign assign && read.contains(assign.variable()))
                .flatMap(action -> action.expressions().stream())
                .toList();
    }

    // ------------------------------------------------------------------------------------------ nothing by zero

    /** By row; last those of `only`, which is read before any row. */
    private List<List<Divisions.ByZero>> divisions() {
        var divisions = new ArrayList<List<Divisions.ByZero>>();
        for (Row row : step.rows()) {
            var here = new ArrayList<>(Divisions.in(row.when(), z3, encoder, before));
            for (Statement action : row.actions()) {
                for (Expr expr : action.expressions()) {
                    int i = divisions.size();
                    Divisions.in(expr, z3, encoder, before)
                            .forEach(division -> here.add(division.when(matches.get(i), z3)));
                }
            }
            divisions.add(here);
        }
        divisions.add(
                step.only().map(only -> Divisions.in(only, z3, encoder, before)).orElse(List.of()));
        return divisions;
    }

    private void proveDivisions(List<List<Divisions.ByZero>> divisions) {
        for (int i = 0; i < divisions.size(); i++) {
            int row = i < matches.size() ? i : Finding.STEP;
            for (Divisions.ByZero division : divisions.get(i)) {
                Query.Answer answer = query.prove(division.fails());
                String divisor = ExprText.of(division.divisor());
                if (answer == Query.Answer.UNDECIDED) {
                    findings.add(Finding.undecided(row, "whether the divisor " + divisor + " can be 0"));
                } else if (answer == Query.Answer.YES) {
                    Expr reader = row == Finding.STEP ? step.only().orElseThrow() : guard(row);
                    String witness = witness(division.fails(), reader, division.divisor());
                    findings.add(new Finding(Finding.Kind.DIVISION, row, Finding.STEP, witness, divisor, ""));
                }
            }
        }
    }

    // ------------------------------------------------------------------------------------------

    private Suggestion suggestion() {
        return new Suggestion(z3, step, encoder, before, query, matches);
    }

    private String witness(BoolExpr condition, Expr... readers) {
        return find(condition, List.of(readers)).map(Witness::text).orElse("");
    }

    /** A case in which the condition holds; told by what `only` and these expressions read. */
    private Optional<Witness> find(BoolExpr condition, List<Expr> readers) {
        var all = new ArrayList<>(readers);
        step.only().ifPresent(all::add);
        return Witness.find(z3, query, encoder, step.states(), condition, all);
    }

    /** The guard of a row; for `otherwise` a disjunction that reads what the others read. */
    private Expr guard(int row) {
        Expr when = step.rows().get(row).when();
        if (!(when instanceof Expr.Otherwise)) {
            return when;
        }
        List<Expr> others = IntStream.range(0, matches.size())
                .mapToObj(i -> step.rows().get(i).when())
                .filter(other -> !(other instanceof Expr.Otherwise))
                .toList();
        return others.size() == 1 ? others.getFirst() : new Expr.Or(others, when.place());
    }

    private String id(int row) {
        return step.rows().get(row).id();
    }

    private BoolExpr anyOf(List<BoolExpr> conditions) {
        return z3.mkOr(conditions.toArray(BoolExpr[]::new));
    }
}
