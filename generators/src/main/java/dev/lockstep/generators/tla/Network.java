package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.ProtocolModule.render;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.models.Forgery;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Observables;
import dev.lockstep.spec.models.Report;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes to an end and is not the other end's: segments that somebody forges, and what the network reports. */
final class Network {

    private final Model model;
    private final ExprPrinter inBlock = new ExprPrinter(new ModelNaming(Observables.EACH));

    Network(Model model) {
        this.model = model;
    }

    /** Segments as they travel, computed from the control block of whom they are meant for. */
    Optional<String> forgeries() {
        Map<List<State>, List<Doc>> byStates = new LinkedHashMap<>();
        model.forgeries()
                .forEach(forgery -> byStates.merge(forgery.states(), List.of(segment(forgery)), Network::joined));
        return made(byStates);
    }

    private Doc segment(Forgery forgery) {
        return ExprPrinter.listed(
                "[",
                List.of(
                        field("SEQ", inBlock.whole(forgery.seq())),
                        field("ACK", inBlock.whole(forgery.ack())),
                        field("CTL", ExprPrinter.strings(forgery.control())),
                        // One word to the layout: these hardly ever change.
                        Doc.text("WND |-> 0, MSS |-> 0, UP |-> 0, TEXT |-> " + text(forgery))),
                "]");
    }

    /** Users give bytes 1, 2, 3 and so on: none of theirs is 0. */
    private static String text(Forgery forgery) {
        return "<<" + String.join(", ", Collections.nCopies(forgery.text(), "0")) + ">>";
    }

    private static Doc field(String name, Doc value) {
        return Doc.group(Doc.text(name + " |-> "), new Doc.Align(value));
    }

    private static List<Doc> joined(List<Doc> some, List<Doc> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** A set of records, of which some are made in some states only. */
    private Optional<String> made(Map<List<State>, List<Doc>> byStates) {
        var sets = byStates.entrySet().stream()
                .map(entry -> made(entry.getKey(), render(ExprPrinter.listed("{", entry.getValue(), "}"))))
                .toList();
        return sets.isEmpty()
                ? Optional.empty()
                : Optional.of(sets.size() == 1 ? sets.getFirst() : "UNION {" + String.join(",\n", sets) + "}");
    }

    private String made(List<State> states, String set) {
        return states.containsAll(model.protocol().states())
                ? set
                : "IF tcb[p].STATE \\in " + ModelModule.states(states, model) + "\nTHEN " + set.replace("\n", "\n     ")
                        + "\nELSE {}";
    }

    boolean reports() {
        return !model.reports().isEmpty();
    }

    ModelModule.ReportsView view(Outcomes outcomes) {
        Map<List<State>, List<Doc>> byStates = new LinkedHashMap<>();
        model.reports().forEach(report -> byStates.merge(report.states(), List.of(report(report)), Network::joined));
        Event event = Report.of(model.protocol()).orElseThrow();
        return new ModelModule.ReportsView(made(byStates).orElseThrow(), reaches(event), outcomes.hearing(event));
    }

    private Doc report(Report report) {
        return ExprPrinter.listed(
                "[",
                report.fields().stream()
                        .map(setting -> field(
                                Identifiers.inRecord(report.event(), (Field) setting.symbol()),
                                inBlock.whole(setting.value())))
                        .toList(),
                "]");
    }

    /** What the mechanism promises of the control block that such an event is for. */
    private String reaches(Event event) {
        List<Doc> promises = event.assumes().stream()
                .map(Invariant::is)
                .filter(Network::isOfBlock)
                .map(inBlock::bullet)
                .toList();
        return promises.isEmpty() ? "TRUE" : render(ExprPrinter.joined("/\\", promises));
    }

    private static boolean isOfBlock(Expr promise) {
        Reads reads = Reads.of(promise);
        return reads.controlBlock() && !reads.fields();
    }

    /** What is heard in a step in which nothing is; empty for a protocol to which the network says nothing. */
    Optional<String> nothing() {
        return Report.of(model.protocol())
                .map(event -> event.fields().stream()
                        .map(field -> Identifiers.inRecord(event, field) + " |-> " + nothing(field.type()))
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String nothing(Type type) {
        return switch (type) {
            case Type.Enumeration enumeration ->
                Identifiers.string(enumeration.values().getFirst());
            case Type.SetOf ignored -> "{}";
            case Type.Simple simple -> simple == Type.Simple.FLAG ? "FALSE" : "0";
        };
    }
}
