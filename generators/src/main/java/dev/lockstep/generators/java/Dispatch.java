package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which procedure handles something in which state, as the templates know it.
 *
 * @param only the one procedure for all states, as a statement; empty where it depends on the state
 * @param state what is switched over
 * @param cases one for each procedure
 * @param gap what happens in other states; empty when there are none
 */
record Dispatch(String only, String state, List<String> cases, String gap) {

    /** @param what names, for a message, what no procedure handles in some state */
    static Dispatch of(
            Surface surface, List<Procedure> procedures, List<Surface.Slot> handed, String what, String event) {
        if (procedures.size() == 1
                && procedures.getFirst().states().containsAll(surface.protocol().states())) {
            return new Dispatch(run(surface, procedures.getFirst(), handed), "", List.of(), "");
        }
        Set<State> handled = procedures.stream()
                .flatMap(procedure -> procedure.states().stream())
                .collect(Collectors.toSet());
        return new Dispatch(
                "",
                surface.stateCell(),
                procedures.stream()
                        .map(procedure -> oneCase(surface, procedure, handed))
                        .toList(),
                handled.containsAll(surface.protocol().states()) ? "" : gap(surface, what, event));
    }

    /** The statement that runs a procedure. */
    static String run(Surface surface, Procedure procedure, List<Surface.Slot> handed) {
        return surface.procedure(procedure) + ".run(" + JavaExpr.actual(handed) + ");";
    }

    private static String oneCase(Surface surface, Procedure procedure, List<Surface.Slot> handed) {
        List<Doc> parts = new ArrayList<>();
        for (State state : procedure.states()) {
            if (!parts.isEmpty()) {
                parts.add(Doc.of(Doc.text(","), new Doc.Break(" ")));
            }
            parts.add(Doc.text(Words.constant(state.name())));
        }
        Doc head = new Doc.Group(Doc.of(Doc.text("case "), new Doc.Nest(new Doc.Sequence(parts)), Doc.text(" ->")));
        Doc run = new Doc.Nest(Doc.of(new Doc.Break(" "), Doc.text(run(surface, procedure, handed))));
        return Layout.lines(new Doc.Group(Doc.of(head, run)), 12);
    }

    private static String gap(Surface surface, String what, String event) {
        return "throw new NoRowMatches(%s, %s, %s, %s);"
                .formatted(
                        Words.literal(surface.protocol().name() + "/*.yaml"),
                        Words.literal(what),
                        surface.blockName(),
                        event);
    }
}
