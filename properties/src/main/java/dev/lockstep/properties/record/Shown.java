package dev.lockstep.properties.record;

import dev.lockstep.stack.table.Fields;
import dev.lockstep.stack.table.Ranges;
import dev.lockstep.stack.table.Titled;
import dev.lockstep.stack.table.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a control block or of an event as JSON, by their names in the tables. */
public final class Shown implements Fields {

    /** The name under which the armed timers stand. */
    private static final String ARMED = "ARMED";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> armed = new ArrayList<>();
    private boolean timers;

    private Shown() {}

    /** Each value as JSON, in the order of the tables; flags that are not set too. */
    public static Map<String, String> of(Visible visible) {
        var shown = new Shown();
        visible.visit(shown);
        if (shown.timers) {
            shown.values.put(ARMED, JsonLine.list(shown.armed));
        }
        return shown.values;
    }

    /** Unsigned, as people and other programs write them. */
    @Override
    public int seq(String name, int value) {
        values.put(name, Integer.toUnsignedString(value));
        return value;
    }

    @Override
    public int size(String name, int value) {
        values.put(name, Integer.toString(value));
        return value;
    }

    @Override
    public boolean flag(String name, boolean value) {
        values.put(name, Boolean.toString(value));
        return value;
    }

    @Override
    public long duration(String name, long value) {
        values.put(name, Long.toString(value));
        return value;
    }

    @Override
    public long instant(String name, long value) {
        values.put(name, Long.toString(value));
        return value;
    }

    @Override
    public void ranges(String name, Ranges value) {
        var list = new StringBuilder("[");
        for (int i = 0; i < value.intervals(); i++) {
            list.append(i == 0 ? "[" : ",[")
                    .append(Integer.toUnsignedString(value.start(i)))
                    .append(',')
                    .append(Integer.toUnsignedString(value.end(i)))
                    .append(']');
        }
        values.put(name, list.append(']').toString());
    }

    @Override
    public <T extends Titled> T one(String name, T value, T[] all) {
        values.put(name, value == null ? "null" : JsonLine.quoted(value.title()));
        return value;
    }

    @Override
    public int bits(String name, int value) {
        values.put(name, Integer.toString(value));
        return value;
    }

    @Override
    public boolean armed(String timer, boolean value) {
        timers = true;
        if (value) {
            armed.add(timer);
        }
        return value;
    }
}
