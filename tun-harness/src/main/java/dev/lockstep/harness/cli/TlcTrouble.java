package dev.lockstep.harness.cli;

import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.tlc.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** TLC did not do its work: whose fault it is, and what to do. */
final class TlcTrouble {

    private static final int MOST_LINES = 12;

    private TlcTrouble() {}

    /** @throws Fault for the first model that TLC has failed on */
    static void complain(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome.verdict() instanceof Verdict.Broken broken) {
                throw fault(outcome, broken);
            }
        }
    }

    private static Fault fault(Outcome outcome, Verdict.Broken broken) {
        String log = "all that TLC said: " + outcome.folder().resolve("tlc.log");
        String said = broken.says().lines().limit(MOST_LINES).collect(Collectors.joining("\n"));
        String model = outcome.task().name();
        return switch (broken.trouble()) {
            case MODULE -> Fault.defect("TLC cannot read the modules made of model " + model + ":\n" + said, log);
            case MEMORY ->
                Fault.environment(
                        "TLC ran out of memory on model " + model + ":\n" + said,
                        "give it more, JDK_JAVA_OPTIONS=-Xmx8g ./lockstep check " + model + ", or a smaller model\n"
                                + log);
            case DIED -> Fault.environment("TLC died on model " + model + ":\n" + said, log);
        };
    }
}
