package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.properties.record.RunFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads the first line of a recorded run. */
final class RunHeaders {

    /** More stacks than anybody records in one file. */
    private static final int MOST_ENDS = 64;

    private RunHeaders() {}

    static RunHeader read(ObjectNode line, BiFunction<RunFault, String, RuntimeException> fault) {
        JsonNode version = line.path("lockstep-run");
        if (!version.isInt()) {
            throw fault.apply(RunFault.NO_HEADER, "this is no recorded run: the first line has no lockstep-run");
        }
        if (version.intValue() != RunFile.VERSION) {
            throw fault.apply(
                    RunFault.OTHER_VERSION,
                    "a run of version " + version.intValue() + ", and this Lockstep reads version " + RunFile.VERSION);
        }
        var shape = new Shape(fault);
        shape.only(line, "lockstep-run", "protocol", "tables", "seed", "ends");
        JsonNode seed = line.path("seed");
        if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
            throw fault.apply(RunFault.WRONG_SHAPE, "seed is no whole number");
        }
        Map<String, Map<String, String>> ends = new LinkedHashMap<>();
        for (ObjectNode end : shape.objects(line, "ends")) {
            shape.only(end, "end", "parameters");
            var parameters = new LinkedHashMap<String, String>();
            shape.object(end, "parameters")
                    .properties()
                    .forEach(one -> parameters.put(one.getKey(), shape.text(one.getKey(), one.getValue())));
            ends.put(shape.text(end, "end"), parameters);
        }
        if (ends.isEmpty() || ends.size() > MOST_ENDS) {
            throw fault.apply(RunFault.WRONG_SHAPE, "ends names " + ends.size() + " stacks, not 1 to " + MOST_ENDS);
        }
        return new RunHeader(shape.text(line, "protocol"), shape.text(line, "tables"), seed.longValue(), ends);
    }
}
