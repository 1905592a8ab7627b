package dev.lockstep.spec.proof;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import java.util.List;

/** Says to the author of a table what was found. */
final class Messages {

    private Messages() {}

    static Diagnostic of(Step step, Finding finding) {
        String who = finding.row() == Finding.STEP
                ? "step " + step.name()
                : "row " + row(step, finding).id();
        return switch (finding.kind()) {
            case OVERLAP -> overlap(step, finding);
            case GAP -> gap(step, finding);
            case MEASURE ->
                about(step, finding, Code.MEASURE_DOES_NOT_FALL)
                        .saying(who + " says again, but does not always bring `" + finding.detail() + "` down")
                        .fix("let the row lower it, or add to the guard what makes sure that it does");
            case NEVER ->
                about(step, finding, Code.ROW_NEVER_MATCHES)
                        .saying(who + " can never match")
                        .fix("mend its guard, drop it, or say why it stands there: `unreachable:`");
            case AFTER_ALL ->
                about(step, finding, Code.ROW_MATCHES_AFTER_ALL)
                        .saying(who + " is marked unreachable, but the invariants do not exclude it")
                        .fix("state as an invariant what excludes it, which models then check, or drop the mark");
            case BREAKS ->
                about(step, finding, Code.INVARIANT_BROKEN)
                        .saying(who + " may break " + finding.detail())
                        .fix("let the row keep it up, or state as an invariant what makes sure that it does");
            case DIVISION ->
                about(step, finding, Code.DIVISION_BY_ZERO)
                        .saying(who + " may divide by zero: `" + finding.detail() + "`")
                        .fix("divide by `max(" + finding.detail() + ", 1)`, or state as an invariant that it is not 0");
            case UNDECIDED ->
                about(step, finding, Code.PROOF_UNDECIDED)
                        .saying("step " + step.name() + ": Z3 gave up on " + finding.detail())
                        .fix("simplify the guards, or state as an invariant what they rely on");
        };
    }

    /** A row breaks an invariant in the middle of an event. */
    static Diagnostic of(Foundations.Broken broken) {
        Diagnostic plain = of(broken.keep().step(), broken.finding());
        int lineEnds = plain.message().indexOf('\n');
        String first = lineEnds < 0 ? plain.message() : plain.message().substring(0, lineEnds);
        String rest = plain.message().substring(first.length());
        return Diagnostic.of(
                plain.place(),
                plain.code(),
                first + ", on which step " + broken.reliant().name() + " relies later in the same event" + rest,
                List.of(broken.reliant().place()),
                plain.fix());
    }

    private static Diagnostic overlap(Step step, Finding finding) {
        Row second = row(step, finding);
        Row first = step.rows().get(finding.other());
        String message = "rows " + first.id() + " and " + second.id() + " can both match";
        return Diagnostic.of(
                second.whenPlace(),
                Code.ROWS_OVERLAP,
                withWitness(message, finding),
                List.of(first.whenPlace()),
                finding.fix());
    }

    private static Diagnostic gap(Step step, Finding finding) {
        String message = withWitness("no row of step " + step.name() + " matches", finding);
        int firstEnds = finding.detail().indexOf(", ");
        if (firstEnds >= 0) {
            message += "\nlikewise in " + finding.detail().substring(firstEnds + 2);
        }
        return Diagnostic.of(step.place(), Code.ROWS_GAP, message, finding.fix());
    }

    /** A message half made. */
    private record Draft(Place place, Code code, String message, Finding finding) {
        Draft saying(String sentence) {
            return new Draft(place, code, withWitness(sentence, finding), finding);
        }

        Diagnostic fix(String advice) {
            return Diagnostic.of(place, code, message, advice);
        }
    }

    private static Draft about(Step step, Finding finding, Code code) {
        Place place = finding.row() == Finding.STEP
                ? step.place()
                : row(step, finding).whenPlace();
        return new Draft(place, code, "", finding);
    }

    private static Row row(Step step, Finding finding) {
        return step.rows().get(finding.row());
    }

    private static String withWitness(String sentence, Finding finding) {
        return finding.witness().isEmpty() ? sentence : sentence + "\n" + finding.witness();
    }
}
