package dev.lockstep.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.tla.RunGenerator;
import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcJob;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Verdict;
import dev.lockstep.properties.record.Shown;
import dev.lockstep.spec.model.Type;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Tcb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each thing that a line says is changed in turn, in several lines, and TLC has to refuse each change; and numbers from all over the
 * sequence space have to come out as in Java.
 */
class TamperedLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int OF_EACH_KIND = 3;

    @TempDir
    private Path folder;

    private final Names names = Runs.names();
    private Path file;

    @BeforeEach
    void record() throws IOException {
        file = Runs.record(folder, "loss=8%,reorder=8%,depth=3,delay=5ms", 60_000, 3);
    }

    /** @param edit of the root module */
    private TlcReport tlc(TlaLines lines, java.util.function.UnaryOperator<String> edit) throws IOException {
        Path at = Files.createDirectories(folder.resolve("tlc"));
        for (String module : List.of("Lockstep.tla", "TcpMechanism.tla", "Recorded.tla")) {
            Files.writeString(at.resolve(module), Files.readString(Runs.RUNTIME.resolve(module)));
        }
        var values = new LinkedHashMap<String, String>();
        Parameters.defaults()
                .toString()
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(one -> values.put(one[0], one[1]));
        for (GeneratedFile generated : RunGenerator.generate(names.protocol, values)) {
            // What breaks an invariant of the tables too is here to be found by the comparison.
            String text = generated.path().endsWith(".cfg")
                    ? generated.text().replaceAll("(?m)^ +\\w+Holds\n", "")
                    : generated.path().equals("RecordedRun.tla") ? edit.apply(generated.text()) : generated.text();
            Files.writeString(at.resolve(generated.path()), text);
        }
        Files.writeString(at.resolve("Lines.tla"), lines.module());
        return Tlc.locate()
                .run(
                        new TlcJob(
                                at,
                                "RecordedRun",
                                "RecordedRun.cfg",
                                1,
                                true,
                                Optional.empty(),
                                at.resolve("tlc.log"),
                                Map.of()),
                        counts -> {});
    }

    private static String replaced(String text, String old, String with) {
        assertThat(text).containsOnlyOnce(old);
        return text.replace(old, with);
    }

    private record Change(String kind, String line) {}

    @Test
    void noChangeOfWhatAnEventDidIsAccepted() throws IOException {
        Map<String, List<String>> tried = new TreeMap<>();
        var lines = new TlaLines(names);
        var order = new ArrayList<Change>();
        List<Runs.Placed> placed = Runs.read(file, names);
        List<String> texts = Files.readAllLines(file);
        try (RunReader reader = RunReader.open(file)) {
            var read = new RunLine(names, reader.header(), (kind, what) -> new IllegalStateException(kind + what));
            for (Runs.Placed one : placed) {
                ObjectNode line =
                        (ObjectNode) JSON.readTree(texts.get(one.event().line() - 1));
                for (Change change : changes(line)) {
                    List<String> sofar = tried.computeIfAbsent(change.kind(), kind -> new ArrayList<>());
                    if (sofar.size() < OF_EACH_KIND) {
                        sofar.add(change.line());
                        order.add(change);
                        RunEvent event = read.read(
                                (ObjectNode) JSON.readTree(change.line()),
                                one.event().line());
                        lines.add(event, false, one.before());
                    }
                }
            }
        }
        System.out.println("tampered: " + order.size() + " lines, " + tried.size() + " kinds");
        TlcReport report = tlc(
                lines,
                module -> replaced(
                        replaced(module, "     /\\ wrong = {}\n", ""),
                        "Agreed == wrong = {}",
                        "Agreed == at = 0 \\/ wrong # {}"));

        String accepted = report.behavior()
                .map(behavior -> behavior.last().variables().get("at") instanceof TlaValue.Int(int at) && at > 0
                        ? order.get(at - 1).toString()
                        : "")
                .orElse("");
        assertThat(Verdict.of(report)).as("accepted: " + accepted).isInstanceOf(Verdict.Holds.class);
        assertThat(report.counts().distinct()).isEqualTo(order.size() + 1);
        assertThat(tried.keySet())
                .contains(
                        "rows",
                        "rows short",
                        "sent short",
                        "sent SEQ",
                        "sent ACK",
                        "sent CTL",
                        "sent LEN",
                        "sent WND",
                        "told")
                .contains(
                        "set STATE",
                        "set ARMED",
                        "set SND.NXT",
                        "set CWND",
                        "set SND.SYN",
                        "set RCV.HELD",
                        "set DUPLICATES")
                .contains("no STATE", "no SND.UNA", "isn");
        assertThat(order).hasSizeGreaterThan(80);
    }

    /** One for each thing that it says of what the event did. */
    private List<Change> changes(ObjectNode line) {
        var changes = new ArrayList<Change>();
        ArrayNode rows = (ArrayNode) line.get("rows");
        String other = names.rows.keySet().stream()
                .filter(row -> !row.equals(rows.get(0).textValue()))
                .findFirst()
                .orElseThrow();
        changes.add(changed("rows", line, copy -> ((ArrayNode) copy.get("rows")).set(0, other)));
        changes.add(changed("rows short", line, copy -> ((ArrayNode) copy.get("rows")).remove(0)));
        line.get("set").properties().forEach(one -> {
            String name = one.getKey();
            if (!isTime(name)) {
                JsonNode with = other(name, one.getValue());
                changes.add(changed("set " + name, line, copy -> ((ObjectNode) copy.get("set")).set(name, with)));
                changes.add(changed("no " + name, line, copy -> ((ObjectNode) copy.get("set")).remove(name)));
            }
        });
        if (line.has("sent")) {
            changes.add(changed("sent short", line, copy -> ((ArrayNode) copy.get("sent")).remove(0)));
            line.get("sent").get(0).properties().forEach(one -> {
                JsonNode with = one.getKey().equals("CTL")
                        ? line.textNode(one.getValue().textValue().equals("ACK") ? "RST" : "ACK")
                        : line.numberNode((one.getValue().longValue() + 1) & 0xFFFF_FFFFL);
                boolean isUnread = one.getKey().equals("ACK")
                        && !line.get("sent").get(0).get("CTL").textValue().contains("ACK");
                changes.add(changed(
                        isUnread ? "sent ACK without" : "sent " + one.getKey(),
                        line,
                        copy -> ((ObjectNode) copy.get("sent").get(0)).set(one.getKey(), with)));
            });
        }
        if (line.has("told")) {
            String news = line.get("told").get(0).textValue().equals("reset") ? "closed" : "reset";
            changes.add(changed("told", line, copy -> ((ArrayNode) copy.get("told")).set(0, news)));
        }
        if (line.has("isn")) {
            changes.add(changed(
                    "isn", line, copy -> copy.put("isn", (line.get("isn").longValue() + 1) & 0xFFFF_FFFFL)));
        }
        if (line.has("refused")) {
            changes.add(changed("refused", line, copy -> copy.remove("refused")));
        }
        return changes;
    }

    /** Times are not in the model. */
    private boolean isTime(String name) {
        return names.variables.containsKey(name)
                && (names.variables.get(name).type() == Type.Simple.DURATION
                        || names.variables.get(name).type() == Type.Simple.INSTANT);
    }

    private static Change changed(String kind, ObjectNode line, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode copy = line.deepCopy();
        change.accept(copy);
        return new Change(kind, copy.toString());
    }

    private JsonNode other(String name, JsonNode value) {
        if (value.isBoolean()) {
            return JSON.getNodeFactory().booleanNode(!value.booleanValue());
        }
        if (value.isIntegralNumber()) {
            return JSON.getNodeFactory().numberNode(value.longValue() == 0 ? 1 : value.longValue() - 1);
        }
        if (name.equals("STATE")) {
            return JSON.getNodeFactory().textNode(value.textValue().equals("CLOSING") ? "LAST-ACK" : "CLOSING");
        }
        if (name.equals("ARMED")) {
            ArrayNode timers = JSON.createArrayNode();
            return value.isEmpty() ? timers.add("time-wait") : timers;
        }
        if (value.isArray()) {
            ArrayNode intervals = JSON.createArrayNode();
            return value.isEmpty() ? intervals.add(JSON.createArrayNode().add(5).add(6)) : intervals;
        }
        return JSON.getNodeFactory()
                .textNode(((Type.Enumeration) names.variables.get(name).type())
                        .values().stream()
                                .filter(one -> !one.equals(value.textValue()))
                                .findFirst()
                                .orElseThrow());
    }

    /** Segments from anywhere, in every control block that the run has had: what Java does to them is what TLC does. */
    @Test
    void numbersFromAllOverTheSequenceSpace() throws IOException {
        var lines = new TlaLines(names);
        var random = new SplittableRandom(1);
        var java = new JavaRun(Map.of());
        var states = new TreeSet<String>();
        int count = 0;
        for (Runs.Placed one : Runs.read(file, names)) {
            RunEvent event = one.event();
            if (!event.end().equals("one")) {
                continue;
            }
            Tcb tcb = java.block(event);
            for (int i = 0; i < 2; i++) {
                RunEvent wild = wild(event, tcb, random);
                lines.add(wild, false, one.before());
                count++;
            }
            states.add(tcb.state.title());
            assertThat(java.add(event)).isEmpty();
        }

        TlcReport report = tlc(lines, module -> module);

        assertThat(Verdict.of(report))
                .as(() -> report.behavior()
                        .map(behavior -> behavior.last().toString())
                        .orElse(""))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(report.counts().distinct()).isEqualTo(count + 1);
        assertThat(states).contains("ESTABLISHED", "SYN-SENT", "FIN-WAIT-1", "TIME-WAIT", "CLOSED");
    }

    private RunEvent wild(RunEvent place, Tcb of, SplittableRandom random) throws IOException {
        var tcb = new Tcb(of.rows, Parameters.defaults());
        tcb.copyFrom(of);
        ObjectNode fields = JSON.createObjectNode();
        fields.put(
                "SEG.SEQ",
                Integer.toUnsignedLong(random.nextBoolean() ? random.nextInt() : of.rcvNxt + random.nextInt(-9, 9)));
        fields.put(
                "SEG.ACK",
                Integer.toUnsignedLong(random.nextBoolean() ? random.nextInt() : of.sndNxt + random.nextInt(-9, 9)));
        fields.put("SEG.WND", random.nextInt(65_536))
                .put("SEG.TEXT", random.nextInt(1_461))
                .put("SEG.UP", random.nextInt(65_536))
                .put("SEG.MSS", random.nextInt(1_461));
        for (String flag : List.of("SYN", "FIN", "RST", "PSH", "URG")) {
            fields.put("SEG." + flag, random.nextInt(4) == 0);
        }
        fields.put("SEG.CTL.ACK", random.nextInt(4) != 0);
        var said = new LinkedHashMap<String, JsonNode>();
        fields.properties().forEach(field -> said.put(field.getKey(), field.getValue()));
        RunEvent asked = new RunEvent(
                place.line(),
                place.end(),
                place.record(),
                place.now(),
                "segment",
                "",
                said,
                java.util.OptionalLong.of(4_000_000_000L),
                List.of(),
                0,
                Map.of(),
                List.of(),
                List.of(),
                "");
        Map<String, String> before = Shown.of(tcb);
        var effects = new RecordedEffects(asked);
        tcb.rows.begin();
        JavaEvents.happen(asked, tcb, Parameters.defaults(), effects);
        var set = new LinkedHashMap<String, JsonNode>();
        for (Map.Entry<String, String> one : Shown.of(tcb).entrySet()) {
            if (!one.getValue().equals(before.get(one.getKey()))) {
                set.put(one.getKey(), JSON.readTree(one.getValue()));
            }
        }
        var rows = new ArrayList<String>();
        for (int row : tcb.rows.current()) {
            rows.add(dev.lockstep.stack.tcp.table.Row.at(row).id());
        }
        return new RunEvent(
                place.line(),
                place.end(),
                place.record(),
                place.now(),
                "segment",
                "",
                said,
                asked.isn(),
                rows,
                0,
                set,
                effects.sent(),
                effects.told(),
                effects.refused());
    }
}
