package dev.lockstep.harness.cli;

import dev.lockstep.harness.bench.micro.Micro;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.NoBenchmarksException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Parts of the stack on their own. */
@Command(
        name = "micro",
        description = "Measure parts of the stack on their own, by JMH: checksum, one segment through two stacks.")
final class MicroVerb implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "PATTERN", description = "Only benchmarks whose name holds this.")
    private String pattern = "";

    @Override
    public Integer call() throws Exception {
        try {
            Pattern.compile(pattern);
            Micro.run(pattern);
            return ExitCode.DONE;
        } catch (PatternSyntaxException unreadable) {
            throw Fault.badInput("not a regular expression: " + pattern, "a part of a name does, e.g. Checksum");
        } catch (NoBenchmarksException none) {
            throw Fault.badInput("no benchmark's name holds " + pattern, "there are Checksum and Segment");
        }
    }
}
