package dev.lockstep.harness.tour;

import dev.lockstep.generators.doc.Links;
import dev.lockstep.harness.ladder.Side;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.yaml.EntryText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Tells of rows that fired: their text in the tables, and where on the pages of the tables they stand. */
final class FiredRows {

    /**
     * A row on a page.
     *
     * @param source its lines in the table
     * @param by which hosts fired it: {@code client, server}
     */
    record RowView(String id, String href, String rfc, String source, String by) {}

    /** A row, and the section it stands for: where it says nothing, that of its step or its procedure. */
    private record Stands(Row row, String rfc) {}

    /** Where the pages of the tables are, seen from those of the tour. */
    static final String TABLES = "tables/";

    private final Map<String, Stands> rows = new HashMap<>();
    private final Links links;

    FiredRows(Specification specification) {
        links = new Links(specification, List.of());
        for (Protocol protocol : specification.protocols()) {
            for (Procedure procedure : protocol.procedures()) {
                for (Step step : procedure.steps()) {
                    String rfc = step.rfc().isEmpty() ? procedure.rfc() : step.rfc();
                    step.rows()
                            .forEach(row ->
                                    rows.put(row.id(), new Stands(row, row.rfc().isEmpty() ? rfc : row.rfc())));
                }
            }
        }
    }

    /** Those of TCP that did something from an instant on, in the order in which they first did. */
    List<RowView> telling(TwoHosts hosts, long fromNanos) {
        SequencedMap<String, SequencedSet<String>> fired = new LinkedHashMap<>();
        for (Moment moment : hosts.moments()) {
            if (moment instanceof Moment.Event event && event.nanos() >= fromNanos) {
                String host = event.at() == Side.LEFT ? "client" : "server";
                RunLadder.telling(event)
                        .forEach(id -> fired.computeIfAbsent(id, none -> new LinkedHashSet<>())
                                .add(host));
            }
        }
        return fired.entrySet().stream()
                .map(entry -> view(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }

    /** These rows, in this order. */
    List<RowView> views(List<String> ids) {
        return ids.stream().map(id -> view(id, "")).toList();
    }

    private RowView view(String id, String by) {
        Stands stands = rows.get(id);
        return new RowView(
                id,
                TABLES + links.entry(id).href(),
                stands.rfc,
                String.join("\n", EntryText.at(stands.row.place())),
                by);
    }
}
