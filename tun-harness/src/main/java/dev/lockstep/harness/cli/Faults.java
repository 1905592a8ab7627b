package dev.lockstep.harness.cli;

import dev.lockstep.harness.HarnessException;
import dev.lockstep.properties.link.ImpairmentSyntaxException;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.stack.table.NoRowMatches;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what went wrong as one block, and says which exit code it means. */
final class Faults {

    private Faults() {}

    /** The command line itself is wrong. */
    static int reportUsage(ParameterException fault, String... args) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = fault.getMessage();
        String fix = "./" + name + " --help says what there is";
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            var known = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            known.addAll(command.getSubcommands().keySet());
            if (!command.getSubcommands().isEmpty() && !word.startsWith("-")) {
                message = word.isEmpty() ? "the verb is empty" : "no such verb: " + word;
            } else if (!word.startsWith("-")) {
                message = "./" + name + " takes no `" + word + "` here";
            }
            if (word.startsWith("--") || !word.startsWith("-")) { // of a single letter any other would be the closest
                fix = meaning(word, known) + fix;
            }
        } else if (fault instanceof MissingParameterException) {
            // What is missing may be there, misspelt: picocli complains about that last.
            var known = command.getCommandSpec().optionsMap().keySet();
            fix = Arrays.stream(args)
                            .map(word -> word.split("=", 2)[0])
                            .filter(word -> word.startsWith("--") && !known.contains(word))
                            .findFirst()
                            .map(word -> "there is no " + word + "; " + meaning(word, known))
                            .orElse("")
                    + fix;
        }
        print(command.getErr(), message, fix);
        return ExitCode.BAD_INPUT;
    }

    private static String meaning(String word, Collection<String> known) {
        return Spelling.closest(word, known)
                .map(meant -> "did you mean " + meant + "? ")
                .orElse("");
    }

    /** A verb ended with {@code thrown}. */
    static int report(Throwable thrown, PrintWriter err, boolean stackTrace) {
        int exitCode = explain(thrown, err, stackTrace);
        if (stackTrace) {
            thrown.printStackTrace(err);
        }
        return exitCode;
    }

    private static int explain(Throwable thrown, PrintWriter err, boolean stackTrace) {
        return switch (thrown) {
            case Fault fault -> {
                print(err, fault.getMessage(), fault.fix());
                yield fault.exitCode();
            }
            case HarnessException refused -> {
                print(err, refused.getMessage(), refused.fix());
                yield refused.exitCode();
            }
            case ImpairmentSyntaxException unreadable -> {
                print(err, unreadable.getMessage(), unreadable.fix());
                yield ExitCode.BAD_INPUT;
            }
            case NoRowMatches gap -> {
                print(err, gap.getMessage(), "./lockstep lint proves which rows are missing");
                yield ExitCode.FALSE;
            }
            case NoSuchFileException missing -> {
                print(err, "no such file or folder: " + missing.getFile(), "check the name");
                yield ExitCode.BAD_INPUT;
            }
            case AccessDeniedException denied -> {
                print(err, "no permission: " + denied.getFile(), "run as a user who may read and write it");
                yield ExitCode.ENVIRONMENT;
            }
            case FileSystemException refused -> {
                print(err, refused.getMessage(), "make room for it, or name another file");
                yield ExitCode.ENVIRONMENT;
            }
            case UncheckedIOException wrapped -> explain(wrapped.getCause(), err, stackTrace);
            case IOException refused -> {
                boolean full = "No space left on device".equals(refused.getMessage());
                print(
                        err,
                        "input or output failed: " + refused.getMessage(),
                        full ? "make room, or write elsewhere" : "try again with --stacktrace to see where");
                yield ExitCode.ENVIRONMENT;
            }
            case OutOfMemoryError exhausted -> {
                print(
                        err,
                        "out of memory: " + exhausted.getMessage(),
                        "ask for less, or give the JVM more: LOCKSTEP_JAVA_OPTS=-Xmx4g ./lockstep ...");
                yield ExitCode.ENVIRONMENT;
            }
            default -> {
                print(
                        err,
                        "this is a defect of Lockstep: " + thrown,
                        stackTrace
                                ? "report it with the command and the trace below"
                                : "report it with the command and its trace: run it again with --stacktrace");
                yield ExitCode.INTERNAL;
            }
        };
    }

    private static void print(PrintWriter err, String message, String fix) {
        err.println("lockstep: error: " + message.strip().replace("\n", "\n  "));
        err.println("  fix: " + fix.strip().replace("\n", "\n       "));
    }
}
