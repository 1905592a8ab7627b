package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.Doc.cat;
import static dev.lockstep.generators.tla.Doc.group;
import static dev.lockstep.generators.tla.Doc.line;
import static dev.lockstep.generators.tla.Doc.text;

import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Procedures as steps applied one after the other, hooks as the procedure that answers them, events as both. */
final class ProcedureWriter {

    private final Protocol protocol;
    private final ProtocolNaming naming;
    private final ExprPrinter printer;
    private final StepWriter steps;
    private final Map<String, Boolean> freeHooks = new HashMap<>();

    ProcedureWriter(ProtocolNaming naming, Abstraction abstraction) {
        this.protocol = naming.protocol();
        this.naming = naming;
        this.printer = new ExprPrinter(naming);
        this.steps = new StepWriter(naming, abstraction, this::isFree);
    }

    StepWriter steps() {
        return steps;
    }

    /** Can a call of the hook have several outcomes? */
    private boolean isFree(Hook hook) {
        Boolean known = freeHooks.get(hook.name());
        if (known == null) {
            known = Needs.answering(protocol, hook).stream().anyMatch(this::isFree);
            freeHooks.put(hook.name(), known);
        }
        return known;
    }

    private boolean isFree(Procedure procedure) {
        return procedure.steps().stream().anyMatch(steps::isFree);
    }

    Doc operator(Procedure procedure, String w) {
        return steps.operator(
                Identifiers.camel(procedure.name()) + "Procedure",
                List.of(text(w)),
                naming.needs().procedure(procedure),
                procedure);
    }

    /** The steps in their order. */
    Doc body(Procedure procedure) {
        List<Step> all = procedure.steps();
        if (all.size() == 1) {
            return steps.stepOperator(procedure, all.getFirst(), text("w"));
        }
        var lines = new ArrayList<Doc>();
        boolean many = false;
        for (int i = 0; i < all.size() - 1; i++) {
            lines.add(cat(text("w" + (i + 1) + " == "), applied(procedure, all.get(i), i == 0 ? "w" : "w" + i, many)));
            many |= steps.isFree(all.get(i));
        }
        return cat(
                text("LET "),
                new Doc.Align(Doc.join(new Doc.Break(""), lines)),
                new Doc.Break(""),
                text("IN "),
                new Doc.Align(applied(procedure, all.getLast(), "w" + (all.size() - 1), many)));
    }

    private Doc applied(Procedure procedure, Step step, String before, boolean many) {
        if (!many) {
            return steps.stepOperator(procedure, step, text(before));
        }
        Doc each = steps.stepOperator(procedure, step, text("x"));
        return cat(text(steps.isFree(step) ? "UNION {" : "{"), each, text(" : x \\in " + before + "}"));
    }

    Doc hookOperator(Hook hook) {
        var arguments = new ArrayList<Doc>();
        arguments.add(text("w"));
        naming.parameters(naming.needs().hook(hook), naming.event(hook.event()))
                .forEach(argument -> arguments.add(text(argument)));
        return ExprPrinter.apply("Call" + Identifiers.camel(hook.name()), arguments);
    }

    /** The procedure that answers; where none does, nothing happens. */
    Doc hookBody(Hook hook) {
        boolean free = isFree(hook);
        Doc body = text(free ? "{w}" : "w");
        for (Procedure procedure : Needs.answering(protocol, hook).reversed()) {
            Doc run = operator(procedure, "w");
            Doc answer = isFree(procedure)
                    ? cat(text("{Return(x) : x \\in "), run, text("}"))
                    : cat(text(free ? "{Return(" : "Return("), run, text(free ? ")}" : ")"));
            Optional<Doc> condition = condition(procedure);
            Doc otherwise = body;
            body = condition
                    .map(when -> cat(
                            text("IF "),
                            when,
                            new Doc.Break(""),
                            text("THEN "),
                            answer,
                            new Doc.Break(""),
                            text("ELSE "),
                            new Doc.Align(otherwise)))
                    .orElse(answer);
        }
        return body;
    }

    private Optional<Doc> condition(Procedure procedure) {
        var conditions = new ArrayList<Doc>();
        procedure.chosenBy().ifPresent(chosen -> conditions.add(printer.bullet(chosen)));
        if (!procedure.states().containsAll(protocol.states())) {
            conditions.add(StepWriter.inStates("w.tcb", procedure.states(), true));
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(ExprPrinter.joined("/\\", conditions));
    }

    /** An event: its procedure in each state, as the set of all outcomes. */
    Doc dispatch(List<Procedure> procedures, String w, String what) {
        if (procedures.size() == 1 && procedures.getFirst().states().containsAll(protocol.states())) {
            return outcomes(procedures.getFirst(), w);
        }
        var branches = new ArrayList<Doc>();
        for (Procedure procedure : procedures) {
            branches.add(group(
                    StepWriter.inStates(w + ".tcb", procedure.states(), true),
                    text(" ->"),
                    new Doc.Nest(3, line()),
                    outcomes(procedure, w)));
        }
        branches.add(cat(
                text("OTHER -> {"),
                ExprPrinter.apply("NoRow", List.of(text(w), text(Identifiers.string(what)), text("\"\""))),
                text("}")));
        return cat(text("CASE "), new Doc.Nest(2, Doc.join(cat(new Doc.Break(""), text("[] ")), branches)));
    }

    private Doc outcomes(Procedure procedure, String w) {
        Doc run = operator(procedure, w);
        return isFree(procedure) ? run : cat(text("{"), run, text("}"));
    }

    /** TLA+ defines before it uses: called procedures come before their callers, else in the order of the tables. */
    static <T> List<T> ordered(List<T> all, Function<T, List<T>> uses) {
        var done = new ArrayList<T>();
        var seen = new HashSet<T>();
        all.forEach(one -> visit(one, uses, seen, done));
        return done;
    }

    private static <T> void visit(T one, Function<T, List<T>> uses, HashSet<T> seen, List<T> done) {
        if (seen.add(one)) {
            uses.apply(one).forEach(used -> visit(used, uses, seen, done));
            done.add(one);
        }
    }
}
