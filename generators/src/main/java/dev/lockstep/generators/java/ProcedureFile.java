package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The class of one procedure, as its template knows it. */
record ProcedureFile(
        String source,
        String packageName,
        List<String> imports,
        List<String> doc,
        String name,
        String formal,
        List<StepView> steps) {

    /** Columns before the statements of a method. */
    private static final int METHOD = 8;

    /**
     * One step run.
     *
     * @param again the local variable of a step that may run anew; empty for any other
     * @param mayStop whether a row says stop, and steps follow that are then left out
     * @param test {@code if (...) {}: where the step applies, or where it applies and said stop
     * @param call the statement that runs the step
     */
    record StepView(List<String> comment, String again, boolean mayStop, String test, String call) {}

    static ProcedureFile of(Surface surface, Procedure procedure) {
        List<Surface.Slot> handed = surface.handed(procedure.trigger());
        List<StepView> steps = new ArrayList<>();
        for (Step step : procedure.steps()) {
            steps.add(view(surface, procedure, step, JavaExpr.actual(handed)));
        }
        return new ProcedureFile(
                surface.file(procedure.place()),
                surface.packageName(),
                imports(surface, procedure, steps),
                doc(surface, procedure),
                surface.procedure(procedure),
                JavaExpr.formal(handed),
                steps);
    }

    private static StepView view(Surface surface, Procedure procedure, Step step, String actual) {
        Doc run = Doc.text(surface.step(procedure, step) + ".run(" + actual + ")");
        List<State> states = new Arrivals(surface.protocol(), procedure).mayPassOver(step) ? step.states() : List.of();
        var only = step.only().stream().toList();
        boolean last = step.equals(procedure.steps().getLast());
        boolean mayStop = !last && ends(step, Row.Then.STOP);
        if (ends(step, Row.Then.AGAIN)) {
            String again = Words.camel(step.name());
            Doc running = new JavaExpr(surface, Map.of())
                    .allOf(states, only, List.of())
                    .map(test -> choice(test, run))
                    .orElse(run);
            String call = Layout.lines(Doc.of(Doc.text(again + " = "), running, Doc.text(";")), METHOD + 4);
            return new StepView(comment(surface, step), again, mayStop, "", call);
        }
        List<Doc> stopped = mayStop ? List.of(Doc.of(run, Doc.text(" == Then.STOP"))) : List.of();
        String test = Guard.test(surface, states, only, stopped, METHOD);
        return new StepView(comment(surface, step), "", mayStop, test, Layout.flat(run) + ";");
    }

    private static Doc choice(Doc test, Doc run) {
        Doc rest = Doc.of(new Doc.Break(" "), Doc.text("? "), run, new Doc.Break(" "), Doc.text(": Then.NEXT"));
        return new Doc.Group(Doc.of(test, new Doc.Nest(rest)));
    }

    private static boolean ends(Step step, Row.Then then) {
        return step.rows().stream().anyMatch(row -> row.then() == then);
    }

    private static List<String> comment(Surface surface, Step step) {
        return Stream.concat(
                        Prose.comment(Prose.sentence(surface.where(step.place()) + " " + step.name(), step.rfc()))
                                .stream(),
                        Prose.comment(step.note()).stream())
                .toList();
    }

    static List<String> doc(Surface surface, Procedure procedure) {
        List<String> lines = new ArrayList<>(
                Prose.doc(Prose.sentence("The procedure " + procedure.name(), procedure.rfc()) + ".", 0));
        if (!procedure.states().isEmpty()
                && procedure.states().size() < surface.protocol().states().size()) {
            String states = String.join(
                    ", ", procedure.states().stream().map(State::name).toList());
            lines.addAll(Prose.doc("In " + states + ".", 0));
        }
        if (!procedure.note().isEmpty()) {
            lines.addAll(Prose.paragraph(procedure.note(), 0));
        }
        return lines;
    }

    private static List<String> imports(Surface surface, Procedure procedure, List<StepView> steps) {
        var conditions = procedure.steps().stream().flatMap(step -> step.only().stream());
        boolean asks =
                steps.stream().anyMatch(step -> step.mayStop() || !step.again().isEmpty());
        Stream<String> code = Stream.concat(
                asks ? Stream.of("Then") : Stream.empty(),
                steps.stream().flatMap(step -> Stream.of(step.test(), step.call())));
        return Head.imports(DefinitionsFile.imports(surface, conditions), code, List.of());
    }
}
