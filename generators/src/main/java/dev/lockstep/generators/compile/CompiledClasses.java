package dev.lockstep.generators.compile;

import java.util.Map;

/**
 * Classes in memory.
 *
 * @param bytes class files by binary name: {@code dev.lockstep.stack.tcp.table.Tcb}
 */
public record CompiledClasses(Map<String, byte[]> bytes) {
    public CompiledClasses {
        bytes = Map.copyOf(bytes);
    }
}
