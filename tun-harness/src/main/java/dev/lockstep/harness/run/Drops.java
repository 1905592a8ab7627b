package dev.lockstep.harness.run;

import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.table.Titled;
import dev.lockstep.stack.tcp.TcpDrop;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What the stack threw away, and why; only what happened. */
public final class Drops {

    private final SequencedMap<String, Long> counts = new LinkedHashMap<>();

    private Drops() {}

    /** What a stack has dropped so far. */
    public static Drops of(TcpStack stack) {
        var drops = new Drops();
        drops.add("ip too short", stack.ip().runts());
        for (var why : dev.lockstep.stack.ip.table.Reason.values()) {
            drops.add("ip", why, stack.ip().dropped(why));
        }
        for (var why : dev.lockstep.stack.icmp.table.Reason.values()) {
            drops.add("icmp", why, stack.icmp().dropped(why));
        }
        for (TcpDrop why : TcpDrop.values()) {
            drops.add(
                    "tcp " + why.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    stack.tcp().dropped(why));
        }
        return drops;
    }

    private void add(String layer, Titled why, long count) {
        add(layer + " " + why.title(), count);
    }

    private void add(String why, long count) {
        if (count > 0) {
            counts.put(why, count);
        }
    }

    /** Reasons and how often, in the order of the layers. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** {@code 3 dropped (2 ip bad-checksum, 1 tcp too short)}, or {@code none dropped}. */
    @Override
    public String toString() {
        if (counts.isEmpty()) {
            return "none dropped";
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .map(entry -> Amount.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", ", Amount.count(all) + " dropped (", ")"));
    }
}
