package dev.lockstep.harness.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.harness.run.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a bench found out.
 *
 * @param seconds that each sample took
 * @param results the kernel's first, with which the others are compared
 */
public record BenchReport(Machine machine, Instant when, double seconds, List<Result> results) {

    private static final String ROW = "%-22s %9s %17s %9s %9s %9s%n";

    /** A table for people. */
    public String table() {
        var text = new StringBuilder()
                .append("bulk transfer, MTU 1500, medians of ")
                .append(results.getFirst().samples().size())
                .append(" x ")
                .append(number("%.1f", seconds))
                .append(" s, alternating\n")
                .append(machine)
                .append("\n\n")
                .append(ROW.formatted("", "MB/s", "least..most", "CPU s/GB", "calls/seg", "B/seg"));
        for (Result result : results) {
            text.append(ROW.formatted(
                    result.name(),
                    number("%.0f", result.median(Sample::megabytesPerSecond)),
                    number("%.0f", result.least(Sample::megabytesPerSecond)) + ".."
                            + number("%.0f", result.most(Sample::megabytesPerSecond)),
                    number("%.2f", result.median(Sample::cpuSecondsPerGigabyte)),
                    result.seen() ? number("%.2f", result.median(s -> s.work().callsPerSegment())) : "",
                    result.seen() ? number("%.1f", result.median(s -> s.work().allocatedPerSegment())) : ""));
        }
        return text.append(comparison()).toString();
    }

    private String comparison() {
        double kernel = results.getFirst().median(Sample::megabytesPerSecond);
        var text = new StringBuilder("\n");
        for (Result result : results.subList(1, results.size())) {
            double ratio = kernel / result.median(Sample::megabytesPerSecond);
            text.append(result.name())
                    .append(": the kernel is ")
                    .append(number("%.1f", ratio))
                    .append(" times as fast\n");
        }
        return text.append(
                        "calls/seg: system calls of the stack's thread per segment in or out; B/seg: bytes that it\n")
                .append("allocates per segment; CPU: both ends and the kernel together\n")
                .toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** The same for machines, with every sample. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("when", when.toString());
        node.putObject("machine")
                .put("system", machine.system())
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("java", machine.java());
        node.put("mtu", 1500).put("seconds", seconds);
        ArrayNode rows = node.putArray("results");
        results.forEach(result -> rows.add(json(result)));
        return node;
    }

    private static ObjectNode json(Result result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", result.name())
                .put("megabytesPerSecond", result.median(Sample::megabytesPerSecond))
                .put("gigabitsPerSecond", result.median(Sample::gigabitsPerSecond))
                .put("cpuSecondsPerGigabyte", result.median(Sample::cpuSecondsPerGigabyte));
        if (result.seen()) {
            node.put("segmentsPerSecond", result.median(Sample::segmentsPerSecond))
                    .put("systemCallsPerSegment", result.median(s -> s.work().callsPerSegment()))
                    .put("allocatedBytesPerSegment", result.median(s -> s.work().allocatedPerSegment()));
        }
        ArrayNode samples = node.putArray("samples");
        for (Sample sample : result.samples()) {
            samples.addObject()
                    .put("bytes", sample.bytes())
                    .put("nanos", sample.nanos())
                    .put("cpuNanos", sample.cpuNanos())
                    .put("segments", sample.work().segments())
                    .put("systemCalls", sample.work().systemCalls())
                    .put("allocatedBytes", sample.work().allocated());
        }
        return node;
    }
}
