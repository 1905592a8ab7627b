package dev.lockstep.harness.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./lockstep <verb>}. */
@Command(name = "lockstep", mixinStandardHelpOptions = true, version = "lockstep 0.1.0-SNAPSHOT")
public final class Lockstep implements Runnable {

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Lockstep()).execute(args));
    }
}
