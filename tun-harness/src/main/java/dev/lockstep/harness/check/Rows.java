package dev.lockstep.harness.check;

import dev.lockstep.harness.check.trace.Behavior;
import java.io.IOException;
import java.util.List;

/** Finds the rows that a behaviour fired: TLC itself tells the states and the actions only. */
@FunctionalInterface
public interface Rows {

    /** Ids for each step, in their order; fewer than there are steps if it cannot be told. */
    List<List<String>> of(CheckTask task, Behavior behavior) throws IOException;
}
