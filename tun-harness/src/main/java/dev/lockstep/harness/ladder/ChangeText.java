package dev.lockstep.harness.ladder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says a change in few words: room beside a rail is scarce. */
final class ChangeText {

    private ChangeText() {}

    /**
     * {@code SND.UNA 6 → 7}; {@code SND.SYN → true}, since a flag can have been nothing else than the opposite;
     * {@code ARMED +persist -retransmission} for sets in braces.
     */
    static String of(Change change, String to) {
        String before = change.before();
        String after = change.after();
        if (isFlag(before) && isFlag(after)) {
            return change.variable() + " " + to + " " + after;
        }
        if (isSet(before) && isSet(after)) {
            return change.variable() + " " + difference(members(before), members(after));
        }
        return change.variable() + " " + before + " " + to + " " + after;
    }

    private static boolean isFlag(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isSet(String value) {
        return value.startsWith("{") && value.endsWith("}") && value.indexOf('{', 1) < 0;
    }

    private static List<String> members(String set) {
        return Arrays.stream(set.substring(1, set.length() - 1).split(", "))
                .filter(member -> !member.isEmpty())
                .toList();
    }

    private static String difference(List<String> before, List<String> after) {
        var difference = new ArrayList<String>();
        after.stream().filter(member -> !before.contains(member)).forEach(member -> difference.add("+" + member));
        before.stream().filter(member -> !after.contains(member)).forEach(member -> difference.add("-" + member));
        return String.join(" ", difference);
    }
}
