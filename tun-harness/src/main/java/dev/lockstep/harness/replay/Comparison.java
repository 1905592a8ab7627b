package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generators.tla.RunGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Says what differs between a line of a run and what the tables have in its place, in words of the tables. */
final class Comparison {

    private final Names names;

    Comparison(Names names) {
        this.names = names;
    }

    /** One thing that differs, and how to know a row that has to do with it. */
    private record Difference(String text, Predicate<Row> touches) {}

    /**
     * The finding, by the outcome that is nearest to the line.
     *
     * @param outcomes of the tables, as the variable {@code wrong} holds them
     * @param after the control block behind the line, as the variable {@code tcb} holds it
     */
    Finding of(RunEvent event, TlaValue outcomes, TlaValue after) {
        return outcomes.elements().stream()
                .map(outcome -> finding(event, outcome, after))
                .min(Comparator.comparingInt(finding -> finding.differences().size()))
                .orElseGet(() ->
                        new Finding(event, List.of("the tables know no such event here"), Optional.empty(), List.of()));
    }

    private Finding finding(RunEvent event, TlaValue outcome, TlaValue after) {
        List<String> rows = strings(field(outcome, "rows"));
        var differences = new ArrayList<Difference>();
        Optional<String> otherRow = rows(event, rows, differences);
        variables(event, field(outcome, "tcb"), after, differences);
        segments(event, field(outcome, "out"), differences);
        List<String> told = strings(field(outcome, "told"));
        if (!told.equals(event.told())) {
            differences.add(new Difference(says("told", told, event.told()), performs("tell")));
        }
        String refused = string(field(outcome, "refused"));
        if (!refused.equals(event.refused())) {
            differences.add(new Difference(says("refused", refused, event.refused()), performs("refuse")));
        }
        Optional<Row> nearest = otherRow.map(names.rows::get)
                .or(() -> differences.stream()
                        .flatMap(difference -> last(rows, difference.touches()).stream())
                        .findFirst()
                        .or(() -> last(rows, row -> !row.passes())));
        return new Finding(
                event,
                differences.stream().map(Difference::text).toList(),
                nearest.map(row -> new Finding.NearestRow(row.id(), row.place().toString())),
                rows);
    }

    private Optional<Row> last(List<String> rows, Predicate<Row> wanted) {
        return rows.reversed().stream().map(names.rows::get).filter(wanted).findFirst();
    }

    /** @return the first row of the tables that the run does not have there */
    private static Optional<String> rows(RunEvent event, List<String> tables, List<Difference> differences) {
        List<String> run = event.rows();
        int same = 0;
        while (same < run.size() && same < tables.size() && run.get(same).equals(tables.get(same))) {
            same++;
        }
        boolean isAll =
                event.omitted() == 0 ? run.size() == tables.size() : run.size() + event.omitted() == tables.size();
        if (same == run.size() && isAll) {
            return Optional.empty();
        }
        String theirs = same < tables.size() ? tables.get(same) : "no more rows";
        String ours =
                same < run.size() ? run.get(same) : event.omitted() > 0 ? "another number of rows" : "no more rows";
        differences.add(new Difference(
                "rows, number " + (same + 1) + ": the tables fire " + theirs + ", the run " + ours, row -> false));
        return Optional.of(same < tables.size() ? theirs : tables.getLast()).filter(row -> !tables.isEmpty());
    }

    private void variables(RunEvent event, TlaValue tables, TlaValue run, List<Difference> differences) {
        compare("STATE", tables, run, differences, row -> row.to().isPresent() || deletes(row));
        compare(
                "ARMED",
                tables,
                run,
                differences,
                row -> deletes(row)
                        || row.actions().stream()
                                .anyMatch(action -> action instanceof Statement.Start
                                        || action instanceof Statement.Restart
                                        || action instanceof Statement.Cancel));
        for (Variable variable : RunGenerator.variables(names.protocol)) {
            TlaValue theirs = field(tables, RunGenerator.name(variable.name()));
            TlaValue ours = field(run, RunGenerator.name(variable.name()));
            if (!same(theirs, ours)) {
                JsonNode said = event.set().get(variable.name());
                differences.add(new Difference(
                        says(variable.name(), shown(variable, theirs, said), shown(variable, ours, said)),
                        row -> deletes(row)
                                || row.actions().stream()
                                        .anyMatch(action -> action instanceof Statement.Assign assign
                                                && assign.variable().equals(variable))));
            }
        }
    }

    private static void compare(
            String name, TlaValue tables, TlaValue run, List<Difference> differences, Predicate<Row> touches) {
        TlaValue theirs = field(tables, name);
        TlaValue ours = field(run, name);
        if (!same(theirs, ours)) {
            differences.add(new Difference(says(name, Plain.text(theirs), Plain.text(ours)), touches));
        }
    }

    /** A sequence number with all its bits, if the line has said it. */
    private static String shown(Variable variable, TlaValue value, JsonNode said) {
        if (variable.type() == Type.Simple.SEQ && said != null && value instanceof TlaValue.Int(int number)) {
            return Long.toString(Numbers.meant(number, said.longValue()));
        }
        String text = Plain.text(value);
        return variable.type() == Type.Simple.SEQ ? text + " (modulo 2^30)" : text;
    }

    private static void segments(RunEvent event, TlaValue tables, List<Difference> differences) {
        List<TlaValue> theirs = tables.elements();
        List<RunEvent.Sent> ours = event.sent();
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            if (i >= theirs.size()) {
                differences.add(new Difference(
                        "sent, segment " + (i + 1) + ": the tables send none, the run " + SegmentLabel.of(ours.get(i)),
                        performs("send")));
            } else if (i >= ours.size()) {
                differences.add(new Difference(
                        "sent, segment " + (i + 1) + ": the tables send " + Plain.text(theirs.get(i))
                                + ", the run none",
                        performs("send")));
            } else {
                segment(i + 1, theirs.get(i), ours.get(i), differences);
            }
        }
    }

    private static void segment(int number, TlaValue theirs, RunEvent.Sent ours, List<Difference> differences) {
        String which = "sent, segment " + number + ", ";
        // A number that was moved (Numbers) is not compared here: all else would have to agree for this to be the
        // nearest.
        seq(which + "SEQ", field(theirs, "SEQ"), ours.seq(), differences);
        seq(which + "ACK", field(theirs, "ACK"), ours.ack(), differences);
        List<String> control = strings(field(theirs, "CTL")).stream().sorted().toList();
        if (!control.equals(ours.control().stream().sorted().toList())) {
            differences.add(new Difference(says(which + "CTL", control, ours.control()), performs("send")));
        }
        for (Map.Entry<String, Long> one : Map.of(
                        "LEN", ours.len(), "WND", ours.wnd(), "MSS", ours.mss(), "UP", ours.up())
                .entrySet()) {
            if (field(theirs, one.getKey()) instanceof TlaValue.Int(int value) && value != one.getValue()) {
                differences.add(new Difference(says(which + one.getKey(), value, one.getValue()), performs("send")));
            }
        }
    }

    private static void seq(String what, TlaValue theirs, long ours, List<Difference> differences) {
        if (theirs instanceof TlaValue.Int(int value) && value != Numbers.plain(ours)) {
            differences.add(new Difference(says(what, Numbers.meant(value, ours), ours), performs("send")));
        }
    }

    private static Predicate<Row> performs(String effect) {
        return row -> row.actions().stream()
                .anyMatch(action -> action instanceof Statement.Perform perform
                        && perform.effect().name().equals(effect));
    }

    private static boolean deletes(Row row) {
        return row.actions().stream().anyMatch(Statement.DeleteTcb.class::isInstance);
    }

    private static String says(String what, Object tables, Object run) {
        return what + ": the tables say " + Plain.nothing(tables) + ", the run " + Plain.nothing(run);
    }

    /** Sets come in any order. */
    private static boolean same(TlaValue one, TlaValue other) {
        if (one instanceof TlaValue.SetOf(var some) && other instanceof TlaValue.SetOf(var others)) {
            return some.size() == others.size() && some.containsAll(others);
        }
        return one.equals(other);
    }

    private static TlaValue field(TlaValue value, String name) {
        return value.at(name)
                .orElseThrow(() -> new IllegalStateException("no " + name + " in what TLC says: " + value));
    }

    private static List<String> strings(TlaValue list) {
        return list.elements().stream().map(Comparison::string).toList();
    }

    private static String string(TlaValue value) {
        return value instanceof TlaValue.Str(String text) ? text : value.toString();
    }
}
