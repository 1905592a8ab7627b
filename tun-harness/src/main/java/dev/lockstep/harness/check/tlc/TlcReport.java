package dev.lockstep.harness.check.tlc;

import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of TLC told.
 *
 * @param exitCode of its process
 * @param timedOut it was stopped at the limit of time
 * @param counts the last it gave
 * @param depth of the graph; 0 if it was not reached
 * @param complete TLC itself said that it is done and found no fault
 * @param errors messages of faults, in their order, without the states of the behaviour
 * @param behavior that shows the fault
 * @param unreadable why the behaviour could not be read, if so
 * @param plain the last lines outside of messages: SANY's complaints, the last words of a dying JVM
 */
public record TlcReport(
        int exitCode,
        boolean timedOut,
        Counts counts,
        int depth,
        boolean complete,
        List<TlcMessage> errors,
        Optional<Behavior> behavior,
        Optional<String> unreadable,
        List<String> plain) {

    public TlcReport {
        errors = List.copyOf(errors);
        plain = List.copyOf(plain);
    }

    /** The same, with so many runs drawn by lot. */
    public TlcReport withRuns(long runs) {
        return new TlcReport(
                exitCode,
                timedOut,
                Counts.ofRuns(counts.generated(), runs),
                depth,
                complete,
                errors,
                behavior,
                unreadable,
                plain);
    }

    public Optional<TlaState> lastState() {
        return behavior.map(Behavior::last);
    }
}
