package dev.lockstep.generators.doc;

import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.yaml.EntryText;
import java.util.List;
import java.util.Locale;

/** A procedure: each step as a grid of condition by state, and its rows as the table has them. */
record ProcedurePage(
        String file,
        String protocol,
        String protocolPage,
        String name,
        String trigger,
        List<Links.Piece> rfc,
        String note,
        List<StepView> steps)
        implements Page {

    /**
     * A step.
     *
     * @param only where it applies; empty for always
     * @param columns the states in which it can run
     */
    record StepView(
            String name,
            String anchor,
            String only,
            List<Links.Piece> rfc,
            String note,
            List<ProtocolPage.StateView> columns,
            List<RowView> rows) {}

    /**
     * A row.
     *
     * @param cells by state: what comes of it, and empty where it does not apply
     * @param source its lines in the table
     */
    record RowView(
            String id,
            String condition,
            List<CellView> cells,
            String place,
            String source,
            List<Links.Piece> rfc,
            String note,
            String unreachable) {}

    /** A field of the grid: {@code → TIME-WAIT}, and how it goes on. */
    record CellView(String to, String then) {}

    static ProcedurePage of(Protocol protocol, Procedure procedure, Links links) {
        return new ProcedurePage(
                Links.page(protocol, procedure),
                protocol.title(),
                Links.page(protocol),
                procedure.name(),
                trigger(procedure.trigger()),
                links.reference(procedure.rfc()),
                procedure.note(),
                procedure.steps().stream()
                        .map(step -> step(protocol, step, links))
                        .toList());
    }

    private static String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent on -> "on " + on.event().name();
            case Trigger.OnTimer on -> "when the timer " + on.timer().name() + " expires";
            case Trigger.OnHook on -> "when a row calls " + on.hook().name();
        };
    }

    private static StepView step(Protocol protocol, Step step, Links links) {
        var abbreviations = new Abbreviations(protocol.states());
        List<State> columns = protocol.states().stream()
                .filter(state ->
                        step.rows().stream().anyMatch(row -> row.states().contains(state)))
                .toList();
        return new StepView(
                step.name(),
                Links.anchor(step),
                step.only().map(ExprText::of).orElse(""),
                links.reference(step.rfc()),
                step.note(),
                columns.stream()
                        .map(state -> new ProtocolPage.StateView(state.name(), abbreviations.of(state), state.about()))
                        .toList(),
                step.rows().stream().map(row -> row(row, columns, links)).toList());
    }

    private static RowView row(Row row, List<State> columns, Links links) {
        String file = row.place().file().replaceFirst(".*/(?=[^/]+/[^/]+$)", "");
        return new RowView(
                row.id(),
                ExprText.of(row.when()),
                columns.stream().map(state -> cell(row, state)).toList(),
                file + ":" + row.place().line(),
                String.join("\n", EntryText.at(row.place())),
                links.reference(row.rfc()),
                row.note(),
                row.unreachable().orElse(""));
    }

    private static CellView cell(Row row, State state) {
        if (!row.states().contains(state)) {
            return new CellView("", "");
        }
        String to = row.to()
                .filter(target -> !target.equals(state))
                .map(State::name)
                .orElse("");
        return new CellView(to, row.then().name().toLowerCase(Locale.ROOT));
    }
}
