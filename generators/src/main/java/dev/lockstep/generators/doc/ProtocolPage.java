package dev.lockstep.generators.doc;

import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.models.StatePairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A protocol: which procedure handles which event in which state, its diagram, its vocabulary.
 *
 * @param diagram SVG, empty for a protocol without states
 * @param pairs of states of both ends, if it is known which are reached
 * @param endings rows that are not drawn in it: they end a connection from several states
 */
record ProtocolPage(
        String file,
        String title,
        List<Links.Piece> rfc,
        List<StateView> states,
        List<EventView> events,
        List<Links.Piece> hooks,
        String diagram,
        List<Links.Piece> endings,
        Optional<PairGrid> pairs,
        List<Section> sections)
        implements Page {

    record StateView(String name, String abbreviation, String about) {}

    /** A line of the grid: an event and, by state, the procedure that handles it. */
    record EventView(String name, List<Cell> cells) {}

    /** As many states side by side as have the same. */
    record Cell(String text, String href, int span) {}

    /** A part of the vocabulary. */
    record Section(String title, List<Entry> entries) {}

    record Entry(String name, String is, String about, List<Links.Piece> rfc) {}

    static ProtocolPage of(Protocol protocol, Links links, List<StatePairs> pairs) {
        var abbreviations = new Abbreviations(protocol.states());
        return new ProtocolPage(
                Links.page(protocol),
                protocol.title(),
                links.reference(protocol.rfc()),
                protocol.states().stream()
                        .map(state -> new StateView(state.name(), abbreviations.of(state), state.about()))
                        .toList(),
                events(protocol),
                protocol.procedures().stream()
                        .filter(procedure -> procedure.trigger() instanceof Trigger.OnHook)
                        .map(procedure -> new Links.Piece(procedure.name(), Links.page(protocol, procedure)))
                        .toList(),
                protocol.states().isEmpty() ? "" : StateDiagram.svg(protocol),
                endings(protocol, links),
                pairs.stream()
                        .filter(one -> one.protocol().equals(protocol))
                        .findFirst()
                        .map(PairGrid::of),
                sections(protocol, links));
    }

    private static List<Links.Piece> endings(Protocol protocol, Links links) {
        return protocol.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .filter(row -> !protocol.states().isEmpty() && StateDiagram.endsFromMany(protocol, row))
                .map(row -> links.entry(row.id()))
                .toList();
    }

    private static List<EventView> events(Protocol protocol) {
        List<EventView> lines = new ArrayList<>();
        for (Event event : protocol.events()) {
            lines.add(new EventView(
                    event.name(),
                    cells(
                            protocol,
                            trigger -> trigger instanceof Trigger.OnEvent on
                                    && on.event().equals(event))));
        }
        for (Timer timer : protocol.timers()) {
            lines.add(new EventView(
                    "timer " + timer.name(),
                    cells(
                            protocol,
                            trigger -> trigger instanceof Trigger.OnTimer on
                                    && on.timer().equals(timer))));
        }
        return lines;
    }

    private static List<Cell> cells(Protocol protocol, Predicate<Trigger> handles) {
        List<Procedure> all = protocol.procedures().stream()
                .filter(procedure -> handles.test(procedure.trigger()))
                .toList();
        if (protocol.states().isEmpty()) {
            return all.stream().map(one -> cell(protocol, one, 1)).toList();
        }
        List<Cell> cells = new ArrayList<>();
        for (State state : protocol.states()) {
            Cell next = all.stream()
                    .filter(one -> one.states().contains(state))
                    .findFirst()
                    .map(one -> cell(protocol, one, 1))
                    .orElse(new Cell("", "", 1));
            if (!cells.isEmpty() && cells.getLast().text().equals(next.text())) {
                next = new Cell(next.text(), next.href(), cells.removeLast().span() + 1);
            }
            cells.add(next);
        }
        return cells;
    }

    private static Cell cell(Protocol protocol, Procedure procedure, int span) {
        return new Cell(procedure.name(), Links.page(protocol, procedure), span);
    }

    private static List<Section> sections(Protocol protocol, Links links) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "Parameters",
                protocol.parameters().stream()
                        .map(one -> new Entry(
                                one.name(),
                                one.type() + ", " + ExprText.of(one.value()),
                                one.about(),
                                links.reference(one.rfc())))
                        .toList()));
        sections.add(new Section(
                "Variables",
                protocol.variables().stream()
                        .map(one -> new Entry(
                                one.name(),
                                one.type() + ", starts as " + ExprText.of(one.start()),
                                one.about(),
                                links.reference(one.rfc())))
                        .toList()));
        sections.add(new Section(
                "Timers",
                protocol.timers().stream()
                        .map(one -> new Entry(one.name(), "", one.about(), links.reference(one.rfc())))
                        .toList()));
        sections.add(new Section(
                "Definitions",
                protocol.definitions().stream()
                        .map(one ->
                                new Entry(one.name(), ExprText.of(one.is()), one.about(), links.reference(one.rfc())))
                        .toList()));
        sections.add(new Section(
                "Effects",
                protocol.effects().stream()
                        .map(one -> new Entry(one.name(), "", one.about(), List.of()))
                        .toList()));
        sections.add(new Section(
                "Hooks",
                protocol.hooks().stream()
                        .map(one -> new Entry(one.name(), "", one.about(), List.of()))
                        .toList()));
        sections.add(new Section(
                "Invariants",
                protocol.invariants().stream()
                        .map(one -> new Entry(
                                one.id(), in(one.states(), protocol) + ExprText.of(one.is()), one.about(), List.of()))
                        .toList()));
        return sections.stream().filter(section -> !section.entries().isEmpty()).toList();
    }

    private static String in(List<State> states, Protocol protocol) {
        return states.containsAll(protocol.states())
                ? ""
                : "in " + String.join(", ", states.stream().map(State::name).toList()) + ": ";
    }
}
