package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generators.tla.RunGenerator;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of a recorded run as a module of TLA+: {@code Lines}. */
final class TlaLines {

    static final String MODULE = "Lines";

    /** A record of TLA+ has a field at least. */
    private static final String NOTHING = "NONE |-> 0";

    private final Names names;
    private final StringBuilder text =
            new StringBuilder("---- MODULE " + MODULE + " ----\nEXTENDS Integers\n\nLines == <<\n");
    private boolean some;

    TlaLines(Names names) {
        this.names = names;
    }

    /**
     * One line more.
     *
     * @param follows the control block is that behind the line before
     * @param before what is known of the control block, if it does not follow; nothing for a fresh one
     */
    void add(RunEvent event, boolean follows, Map<String, JsonNode> before) {
        Numbers numbers = Numbers.of(event, before, names);
        text.append(some ? ",\n" : "").append("[line |-> ").append(event.line());
        some = true;
        field("from", quoted(follows ? "before" : before.isEmpty() ? "start" : "given"));
        field("given", follows ? "[" + NOTHING + "]" : variables(before));
        field("event", quoted(event.timer().isEmpty() ? event.event() : title(event.timer())));
        field("fields", fields(event, numbers));
        field("isn", Long.toString(Numbers.plain(event.isn().orElse(0))));
        field("rows", sequence(event.rows()));
        field("omitted", Long.toString(event.omitted()));
        field("set", variables(event.set()));
        field(
                "out",
                event.sent().stream().map(sent -> sent(sent, event, numbers)).collect(joined("<<", ">>")));
        field("told", sequence(event.told()));
        field("refused", quoted(event.refused()));
        text.append(']');
    }

    private void field(String name, String value) {
        text.append(", ").append(name).append(" |-> ").append(value);
    }

    String module() {
        return text + "\n>>\n====\n";
    }

    private String title(String timer) {
        return names.protocol.timers().stream()
                .filter(one -> one.name().equals(timer))
                .map((Timer one) -> RunGenerator.title(one))
                .findFirst()
                .orElseThrow();
    }

    private String fields(RunEvent event, Numbers numbers) {
        var fields = new ArrayList<String>();
        if (!event.event().isEmpty()) {
            Event of = names.events.get(event.event());
            for (Field field : of.fields()) {
                JsonNode value = event.fields().get(field.name());
                String shown = field.type() == Type.Simple.SEQ
                        ? Long.toString(numbers.field(field.name(), value.longValue()))
                        : value(field.type(), value);
                fields.add(RunGenerator.name(of, field) + " |-> " + shown);
            }
        }
        return record(fields);
    }

    /** {@code STATE} is a word of TLA+ itself, and may name a field only where it is the first. */
    private String variables(Map<String, JsonNode> values) {
        var fields = new ArrayList<String>();
        if (values.containsKey(RunLine.STATE)) {
            fields.add("STATE |-> " + quoted(values.get(RunLine.STATE).textValue()));
        }
        if (values.containsKey(RunLine.ARMED)) {
            var armed = new ArrayList<String>();
            values.get(RunLine.ARMED).forEach(timer -> armed.add(quoted(timer.textValue())));
            fields.add("ARMED |-> " + armed.stream().collect(joined("{", "}")));
        }
        RunGenerator.variables(names.protocol).stream()
                .filter(variable -> values.containsKey(variable.name()))
                .forEach(variable -> fields.add(RunGenerator.name(variable.name()) + " |-> "
                        + value(variable.type(), values.get(variable.name()))));
        return record(fields);
    }

    private static String record(List<String> fields) {
        return fields.isEmpty() ? "[" + NOTHING + "]" : fields.stream().collect(joined("[", "]"));
    }

    private static String sent(RunEvent.Sent sent, RunEvent event, Numbers numbers) {
        return "[SEQ |-> %d, ACK |-> %d, CTL |-> %s, LEN |-> %d, WND |-> %d, MSS |-> %d, UP |-> %d]"
                .formatted(
                        numbers.sentSeq(sent.seq(), event),
                        numbers.sentAck(sent.ack(), event),
                        sent.control().stream().map(TlaLines::quoted).collect(joined("{", "}")),
                        sent.len(),
                        sent.wnd(),
                        sent.mss(),
                        sent.up());
    }

    static String value(Type type, JsonNode value) {
        return switch (type) {
            case Type.Enumeration ignored -> quoted(value.textValue());
            case Type.SetOf ignored -> value.asText();
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ -> Long.toString(Numbers.plain(value.longValue()));
                    case SIZE, COUNT, DURATION, INSTANT -> value.asText();
                    case FLAG -> value.booleanValue() ? "TRUE" : "FALSE";
                    case STATE -> quoted(value.textValue());
                    case RANGES -> intervals(value);
                };
        };
    }

    private static String intervals(JsonNode value) {
        var intervals = new ArrayList<String>();
        value.forEach(
                interval -> intervals.add("<<" + Numbers.plain(interval.get(0).longValue()) + ", "
                        + Numbers.plain(interval.get(1).longValue()) + ">>"));
        return intervals.stream().collect(joined("{", "}"));
    }

    private static String sequence(Collection<String> items) {
        return items.stream().map(TlaLines::quoted).collect(joined("<<", ">>"));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined(String open, String close) {
        return Collectors.joining(", ", open, close);
    }

    /** Names of the tables: no character among them that TLA+ would take amiss. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
