package dev.lockstep.harness.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the list of verbs for what the launcher does itself, since it begins with a build by Maven. */
@Command(name = "test", description = "Everything that CI runs: build, tests, format, lint, check, demo.")
final class TestVerb implements Callable<Integer> {

    @Override
    public Integer call() {
        throw Fault.badInput("test is run by the launcher, which starts Maven", "./lockstep test");
    }
}
