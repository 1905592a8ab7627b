package dev.lockstep.harness.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Also done by the launcher itself when nothing is built yet. */
@Command(
        name = "jdk",
        description = "Print the folder of the JDK in use: JAVA_HOME=$(./lockstep jdk) mvn spotless:apply")
final class JdkVerb implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(System.getProperty("java.home"));
        return ExitCode.DONE;
    }
}
