package dev.lockstep.harness.cli;

import dev.lockstep.harness.replay.Deviation;
import dev.lockstep.harness.replay.RunFault;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the codes of replay mean. */
final class ReplayCodes {

    private ReplayCodes() {}

    static List<String> all() {
        return Stream.concat(
                        Arrays.stream(RunFault.values()).map(RunFault::code),
                        Arrays.stream(Deviation.values()).map(Deviation::code))
                .toList();
    }

    /** @return whether there is such a code */
    static boolean print(String code, PrintWriter out) {
        for (RunFault fault : RunFault.values()) {
            if (fault.code().equalsIgnoreCase(code)) {
                out.println(fault.code() + ": " + fault.is());
                out.println("fix: " + fault.fix());
                return true;
            }
        }
        for (Deviation deviation : Deviation.values()) {
            if (deviation.code().equalsIgnoreCase(code)) {
                out.println(deviation.code() + ": " + deviation.is());
                out.println("The place names the event or the step, the lines below what is otherwise.");
                return true;
            }
        }
        return false;
    }
}
