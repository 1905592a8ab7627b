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

/** Procedures as steps that go on from one to the next, hooks as the procedure that answers them, events as both. */
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
            known = Needs.answering(protocol, hook).stream().anyMatch(steps::isFree);
            freeHooks.put(hook.name(), known);
        }
        return known;
    }

    Doc operator(Procedure procedure, String w) {
        return steps.operator(
                Identifiers.camel(procedure.name()) + "Procedure",
                List.of(text(w)),
                naming.needs().procedure(procedure),
                procedure);
    }

    /** It begins with its first step, which goes on to the others. */
    Doc body(Procedure procedure) {
        return steps.stepOperator(procedure, procedure.steps().getFirst(), text("w"));
    }

    /** The steps that are named before they are defined: those that another goes on to. */
    List<Step> namedBefore(Procedure procedure) {
        return procedure.steps().subList(1, procedure.steps().size());
    }

    /** A step, and what comes of it in those behind it. It names the next one once: TLC follows each mention when it starts. */
    Doc body(Procedure procedure, Step step) {
        List<Step> all = procedure.steps();
        boolean last = step.equals(all.getLast());
        boolean set = last && steps.isFree(procedure);
        Doc outcome = StepWriter.repeats(step)
                ? StepWriter.only(set && !steps.isFree(step), steps.repeatedOperator(procedure, step, text("w")))
                : steps.rows(procedure, step, set);
        return last ? outcome : goingOn(procedure, step, all.get(all.indexOf(step) + 1), outcome);
    }

    private Doc goingOn(Procedure procedure, Step step, Step next, Doc outcome) {
        boolean many = steps.isFree(step);
        String name = many ? "outcomes" : "w1";
        Doc rest = steps.stepOperator(procedure, next, text(many ? "x" : "w1"));
        Doc each = !steps.divides(procedure, step)
                ? rest
                : cat(
                        text(many ? "IF x.on THEN " : "IF w1.on THEN "),
                        rest,
                        text(" ELSE "),
                        StepWriter.only(steps.isFree(procedure), text(many ? "x" : "w1")));
        return cat(
                text("LET " + name + " == "),
                new Doc.Align(outcome),
                new Doc.Break(""),
                text("IN "),
                many ? cat(text("UNION {"), each, text(" : x \\in outcomes}")) : each);
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
            Doc answer = answer(procedure, run, free);
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

    /** A called procedure that stops does not stop its caller. */
    private Doc answer(Procedure procedure, Doc run, boolean free) {
        boolean marks = procedure.steps().stream().anyMatch(step -> steps.divides(procedure, step));
        if (steps.isFree(procedure)) {
            return marks ? cat(text("{Return(x) : x \\in "), run, text("}")) : run;
        }
        return StepWriter.only(free, marks ? cat(text("Return("), run, text(")")) : run);
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
        return steps.isFree(procedure) ? run : cat(text("{"), run, text("}"));
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
