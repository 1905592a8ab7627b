package dev.lockstep.spec.proof;

import static dev.lockstep.spec.expr.Expr.Comparison.EQ;
import static dev.lockstep.spec.expr.Expr.Comparison.GE;
import static dev.lockstep.spec.expr.Expr.Comparison.GT;
import static dev.lockstep.spec.expr.Expr.Comparison.LE;
import static dev.lockstep.spec.expr.Expr.Comparison.LT;
import static dev.lockstep.spec.expr.Expr.Comparison.NE;
import static dev.lockstep.spec.expr.Expr.Function.END_OF;
import static dev.lockstep.spec.expr.Expr.Function.HOLDS;
import static dev.lockstep.spec.expr.Expr.Function.IS_EMPTY;
import static dev.lockstep.spec.expr.Expr.Operator.DIVIDE;
import static dev.lockstep.spec.expr.Expr.Operator.MINUS;
import static dev.lockstep.spec.expr.Expr.Operator.PLUS;
import static dev.lockstep.spec.expr.Expr.Operator.TIMES;
import static dev.lockstep.spec.proof.Build.A;
import static dev.lockstep.spec.proof.Build.B;
import static dev.lockstep.spec.proof.Build.and;
import static dev.lockstep.spec.proof.Build.arithmetic;
import static dev.lockstep.spec.proof.Build.assign;
import static dev.lockstep.spec.proof.Build.builtin;
import static dev.lockstep.spec.proof.Build.call;
import static dev.lockstep.spec.proof.Build.compare;
import static dev.lockstep.spec.proof.Build.field;
import static dev.lockstep.spec.proof.Build.name;
import static dev.lockstep.spec.proof.Build.not;
import static dev.lockstep.spec.proof.Build.number;
import static dev.lockstep.spec.proof.Build.or;
import static dev.lockstep.spec.proof.Build.otherwise;
import static dev.lockstep.spec.proof.Build.parameter;
import static dev.lockstep.spec.proof.Build.row;
import static dev.lockstep.spec.proof.Build.truth;
import static dev.lockstep.spec.proof.Build.unreachable;
import static dev.lockstep.spec.proof.Build.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.model.Variable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proved and what is found, on protocols of one step. */
class ProverTest {

    private static final Variable NEXT = variable("NEXT", Simple.SEQ);
    private static final Variable WINDOW = variable("WINDOW", Simple.SIZE);
    private static final Variable QUEUED = variable("QUEUED", Simple.SIZE);
    private static final Variable HELD = variable("HELD", Simple.RANGES);
    private static final Field NUMBER = field("NUMBER", Simple.SEQ);
    private static final Field LENGTH = field("LENGTH", Simple.SIZE);
    private static final Field RESET = field("RESET", Simple.FLAG);

    @TempDir
    private Path cache;

    private List<String> prove(Specification specification) {
        return Prover.prove(specification, cache).diagnostics().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    @Test
    void aFlagAndItsContraryAreExclusiveAndComplete() {
        ProofReport report =
                Prover.prove(new Build().rows(row("on", name(RESET)), row("off", not(name(RESET)))), cache);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.steps()).isEqualTo(1);
        assertThat(report.holds()).isTrue();
    }

    @Test
    void overlapNamesBothRowsAndTheSmallestCase() {
        Expr inWindow = and(
                compare(name(NEXT), LE, name(NUMBER)),
                compare(name(NUMBER), LT, arithmetic(name(NEXT), PLUS, name(WINDOW))));
        assertThat(prove(new Build()
                        .only(name(RESET))
                        .rows(
                                row("outside", not(inWindow)),
                                row("exact", compare(name(NUMBER), EQ, name(NEXT))),
                                row("inside", and(inWindow, compare(name(NUMBER), NE, name(NEXT)))))))
                .singleElement()
                .asString()
                .contains("error L203: rows outside and exact can both match\n"
                        + "  in A with NEXT=0 WINDOW=0, NUMBER=0 RESET\n  also: test.yaml:")
                .endsWith("fix: make one guard exclude the other, e.g. add `NUMBER != NEXT and` to outside");
    }

    @Test
    void rowsOfDifferentStatesDoNotOverlap() {
        assertThat(prove(new Build()
                        .rows(
                                row("a", List.of(A), truth(true), Row.Then.NEXT),
                                row("b", List.of(B), truth(true), Row.Then.NEXT))))
                .isEmpty();
    }

    @Test
    void gapNamesStateCaseAndNearestRow() {
        assertThat(prove(new Build()
                        .rows(
                                row("short", compare(name(QUEUED), LT, number(3))),
                                row("long", List.of(B), compare(name(QUEUED), GE, number(3)), Row.Then.NEXT))))
                .containsExactly("test.yaml:50:1: error L204: no row of step one matches\n  in A with QUEUED=3\n"
                        + "  fix: add a row, or widen a guard of which only this fails here: short (`QUEUED < 3`)");
    }

    @Test
    void gapNamesEveryState() {
        assertThat(prove(new Build().rows(row("short", compare(name(QUEUED), LT, number(3))))))
                .singleElement()
                .asString()
                .contains("in A with QUEUED=3\n  likewise in B\n");
    }

    @Test
    void aStepHasNoGapInStatesItIsNotFor() {
        assertThat(prove(new Build().in(A).rows(row("a", List.of(A), truth(true), Row.Then.NEXT))))
                .isEmpty();
    }

    @Test
    void otherwiseTakesWhatIsLeft() {
        assertThat(prove(new Build()
                        .rows(row("short", compare(name(QUEUED), LT, number(3))), row("rest", otherwise()))))
                .isEmpty();
        assertThat(prove(new Build().rows(row("all", truth(true)), row("rest", otherwise()))))
                .singleElement()
                .asString()
                .contains("warning L206: row rest can never match");
    }

    @Test
    void sequenceNumbersHalfACircleApartNeedAnInvariant() {
        Row[] rows = {
            row("before", compare(name(NUMBER), LT, name(NEXT))),
            row("at", compare(name(NUMBER), EQ, name(NEXT))),
            row("behind", compare(name(NUMBER), GT, name(NEXT)))
        };
        assertThat(prove(new Build().rows(rows)))
                .singleElement()
                .asString()
                .contains("rows before and behind can both match\n  in A with NEXT=0, NUMBER=2147483648");
        Expr near = compare(arithmetic(name(NUMBER), MINUS, name(NEXT)), GE, number(-1000));
        assertThat(prove(new Build().assume(near).rows(rows))).isEmpty();
    }

    @Test
    void anInvariantHoldsInItsStatesOnly() {
        Expr empty = compare(name(QUEUED), EQ, number(0));
        Row[] rows = {row("empty", empty)};
        assertThat(prove(new Build().invariant(empty, A, B).rows(rows))).isEmpty();
        assertThat(prove(new Build().invariant(empty, A).rows(rows)))
                .singleElement()
                .asString()
                .contains("in B with QUEUED=1\n");
    }

    @Test
    void sizesOfVariablesAreNotNegativeAndThoseOfFieldsMayBe() {
        assertThat(prove(new Build().rows(row("any", compare(name(QUEUED), GE, number(0))))))
                .isEmpty();
        assertThat(prove(new Build().rows(row("any", compare(name(LENGTH), GE, number(0))))))
                .singleElement()
                .asString()
                .contains("with LENGTH=-2147483648\n");
    }

    @Test
    void sizesOverflowAsInJava() {
        Expr product = arithmetic(name(QUEUED), TIMES, name(WINDOW));
        assertThat(prove(new Build().rows(row("any", compare(product, GE, number(0))))))
                .singleElement()
                .asString()
                .contains("error L204");
    }

    @Test
    void parametersAreUnknowns() {
        var buffer = parameter("BUFFER", Simple.SIZE);
        assertThat(prove(new Build()
                        .rows(
                                row("fits", compare(name(QUEUED), LE, name(buffer))),
                                row("over", compare(name(QUEUED), GT, number(0))))))
                .singleElement()
                .asString()
                .contains("rows fits and over can both match\n  in A with QUEUED=1, BUFFER=1\n");
    }

    @Test
    void rangesAnswerTheSameQuestionAlike() {
        Expr holds = builtin(HOLDS, Simple.FLAG, name(HELD), name(NEXT));
        Expr end = builtin(END_OF, Simple.SEQ, name(HELD), name(NEXT));
        assertThat(prove(new Build()
                        .rows(
                                row("held", holds),
                                row("empty", builtin(IS_EMPTY, Simple.FLAG, name(HELD))),
                                row(
                                        "gap",
                                        and(
                                                compare(end, EQ, name(NEXT)),
                                                not(builtin(IS_EMPTY, Simple.FLAG, name(HELD))))))))
                .isEmpty();
    }

    @Test
    void rangesAskedAboutEqualNumbersAnswerAlike() {
        Expr here = builtin(HOLDS, Simple.FLAG, name(HELD), name(NEXT));
        Expr there = builtin(HOLDS, Simple.FLAG, name(HELD), name(NUMBER));
        Specification tables = new Build()
                .only(compare(name(NEXT), EQ, name(NUMBER)))
                .rows(row("held", here), row("not-held", not(there)));
        assertThat(prove(tables)).isEmpty();
        assertThat(prove(new Build().rows(row("held", here), row("not-held", not(there)))))
                .anyMatch(text -> text.contains("holds(HELD, NEXT) not holds(HELD, NUMBER)"));
    }

    @Test
    void againHasToBringTheMeasureDown() {
        Expr some = compare(name(QUEUED), GE, name(WINDOW));
        var less = assign(QUEUED, arithmetic(name(QUEUED), MINUS, name(WINDOW)));
        Row rest = row("rest", not(some));
        assertThat(prove(new Build()
                        .measure(name(QUEUED))
                        .rows(row("send", List.of(A, B), some, Row.Then.AGAIN, less), rest)))
                .singleElement()
                .asString()
                .contains("error L205: row send says again, but does not always bring `QUEUED` down\n"
                        + "  in A with WINDOW=0 QUEUED=0\n");
        assertThat(prove(new Build()
                        .measure(name(QUEUED))
                        .invariant(compare(name(WINDOW), GT, number(0)), A, B)
                        .rows(row("send", List.of(A, B), some, Row.Then.AGAIN, less), rest)))
                .isEmpty();
    }

    @Test
    void aCalledProcedureMayRaiseTheMeasure() {
        var hook = new Hook("refill", "", "", Build.at(1));
        Expr some = compare(name(QUEUED), GT, number(0));
        Row send = row(
                "send",
                List.of(A, B),
                some,
                Row.Then.AGAIN,
                assign(QUEUED, arithmetic(name(QUEUED), MINUS, number(1))),
                call(hook));
        Row rest = row("rest", not(some));
        assertThat(prove(new Build().measure(name(QUEUED)).rows(send, rest))).isEmpty();
        assertThat(prove(new Build()
                        .measure(name(QUEUED))
                        .answers(hook, assign(QUEUED, number(5)))
                        .rows(send, rest)))
                .singleElement()
                .asString()
                .contains("error L205");
    }

    @Test
    void aRowThatCannotMatchIsToldOfUnlessMarked() {
        Expr never = compare(name(QUEUED), LT, number(0));
        assertThat(prove(new Build().rows(row("rest", not(never)), row("negative", never))))
                .singleElement()
                .asString()
                .contains("warning L206: row negative can never match\n  fix:");
        assertThat(prove(new Build().rows(row("rest", not(never)), unreachable(row("negative", never)))))
                .isEmpty();
    }

    @Test
    void aRowMarkedUnreachableMustNotMatch() {
        assertThat(prove(new Build().rows(row("on", name(RESET)), unreachable(row("off", not(name(RESET)))))))
                .singleElement()
                .asString()
                .contains("error L209: row off is marked unreachable, but the invariants do not exclude it\n"
                        + "  in A with not RESET\n");
    }

    @Test
    void divisorsMustNotBeZero() {
        Expr quotient = arithmetic(number(100), DIVIDE, name(WINDOW));
        assertThat(prove(new Build().rows(row("any", truth(true), assign(QUEUED, quotient)))))
                .singleElement()
                .asString()
                .contains("error L208: row any may divide by zero: `WINDOW`\n  in A with WINDOW=0\n");
        Expr open = compare(name(WINDOW), GT, number(0));
        assertThat(prove(new Build().rows(row("open", open, assign(QUEUED, quotient)), row("shut", not(open)))))
                .isEmpty();
    }

    @Test
    void aDivisionThatIsNotReachedDoesNoHarm() {
        Expr zero = compare(name(WINDOW), EQ, number(0));
        Expr large = compare(arithmetic(number(100), DIVIDE, name(WINDOW)), GT, number(10));
        assertThat(prove(new Build().rows(row("large", and(not(zero), large)), row("rest", or(zero, not(large))))))
                .isEmpty();
        assertThat(prove(new Build().rows(row("large", and(large, not(zero))), row("rest", or(zero, not(large))))))
                .anyMatch(text -> text.contains("L208: row large may divide by zero"));
    }
}
