package dev.lockstep.properties.link;

import dev.lockstep.stack.link.Host;
import java.lang.foreign.MemorySegment;

/**
 * One impairment at work. A packet comes with the instant at which it reached this stage, which may be earlier than
 * the instant the whole link was last told of: stages thus act as if time ran evenly, however coarsely it is handed
 * in.
 */
interface Stage {

    /** Takes a borrowed packet and hands on now, later, changed, twice or never. */
    void packet(MemorySegment buffer, long offset, int length, long atNanos);

    /** When {@link #release} has something to do, or {@link Host#NEVER}. */
    default long nextDeadline() {
        return Host.NEVER;
    }

    /** Does what is due at {@link #nextDeadline}, and one packet's worth of it only. */
    default void release() {
        throw new IllegalStateException("nothing waits in " + this);
    }
}
