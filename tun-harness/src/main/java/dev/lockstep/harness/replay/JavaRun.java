package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.properties.record.Shown;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Tcb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a recorded run again in Java, exactly: what the model leaves out, times above all, is seen here. A control block is the
 * run's own as long as they agree.
 */
final class JavaRun {

    private final Parameters parameters;
    private final RowLog rows = new RowLog(Row.values().length);
    private final Map<String, Tcb> blocks = new HashMap<>();

    JavaRun(Map<String, String> values) {
        Parameters all = Parameters.defaults();
        for (Map.Entry<String, String> value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue());
        }
        this.parameters = all;
    }

    /** The control block that an event happens to. */
    Tcb block(RunEvent event) {
        return blocks.computeIfAbsent(event.key(), fresh -> new Tcb(rows, parameters));
    }

    /** Does one event again. */
    Optional<Finding> add(RunEvent event) {
        Tcb tcb = block(event);
        Map<String, String> before = Shown.of(tcb);
        var effects = new RecordedEffects(event);
        rows.begin();
        var differences = new ArrayList<String>();
        try {
            JavaEvents.happen(event, tcb, parameters, effects);
        } catch (RuntimeException thrown) {
            differences.add("Java fails: " + thrown.getMessage());
        }
        compare("rows", fired(), event.rows(), differences);
        compare("omitted", (long) rows.omitted(), event.omitted(), differences);
        variables(before, Shown.of(tcb), event, differences);
        compare("sent", effects.sent(), event.sent(), differences);
        compare("told", effects.told(), event.told(), differences);
        compare("refused", effects.refused(), event.refused(), differences);
        compare("isn asked for", effects.askedIsn(), event.isn().isPresent(), differences);
        if (effects.deleted()) {
            blocks.remove(event.key()); // a control block that is gone is as one that has not begun
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(event, differences, Optional.empty(), fired()));
    }

    private List<String> fired() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(Row.at(rows.row(i)).id());
        }
        return ids;
    }

    private static void variables(
            Map<String, String> before, Map<String, String> after, RunEvent event, List<String> differences) {
        after.forEach((name, value) -> {
            JsonNode said = event.set().get(name);
            String run = said == null ? before.get(name) : said.toString();
            compare(name, value, run, differences);
        });
    }

    private static void compare(String what, Object java, Object run, List<String> differences) {
        if (!java.equals(run)) {
            differences.add(what + ": Java has " + Plain.nothing(java) + ", the run " + Plain.nothing(run));
        }
    }
}
