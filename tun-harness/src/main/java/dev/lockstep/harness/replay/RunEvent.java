package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One line of a recorded run; every name in it is one of the tables, every value of its type.
 *
 * @param line its number in the file
 * @param record which control block of that end
 * @param now milliseconds
 * @param event name of the event, or empty
 * @param timer name of the timer that expired, or empty
 * @param omitted how many rows fired besides those that are named
 * @param set variables that changed, {@code STATE} and {@code ARMED} among them
 * @param refused why the call was not done, or empty
 */
record RunEvent(
        int line,
        String end,
        int record,
        long now,
        String event,
        String timer,
        Map<String, JsonNode> fields,
        OptionalLong isn,
        List<String> rows,
        long omitted,
        Map<String, JsonNode> set,
        List<Sent> sent,
        List<String> told,
        String refused) {

    /** A segment sent: arguments of the effect. */
    record Sent(long seq, long ack, List<String> control, long len, long wnd, long mss, long up) {}

    /** What happened, in a word or two. */
    String cause() {
        return timer.isEmpty() ? event : timer + " expires";
    }

    /** Names the control block. */
    String key() {
        return end + " " + record;
    }
}
