package dev.lockstep.harness.replay;

import java.util.Map;

/**
 * What a file is a run of.
 *
 * @param tables SHA-256 of all tables
 * @param ends the value of each parameter, in the notation of the tables, for each stack that was recorded
 */
record RunHeader(String protocol, String tables, long seed, Map<String, Map<String, String>> ends) {
    RunHeader {
        ends = Map.copyOf(ends);
    }
}
