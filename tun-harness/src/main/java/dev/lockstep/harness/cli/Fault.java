package dev.lockstep.harness.cli;

import java.util.Objects;

/**
 * Something that the user can put right. It ends the verb, and is printed as one block:
 *
 * <pre>
 * lockstep: error: no such model: smal
 *   fix: one of small, full, deep
 * </pre>
 */
public final class Fault extends RuntimeException {

    private final int exitCode;
    private final String fix;

    private Fault(int exitCode, String message, String fix, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.exitCode = exitCode;
        this.fix = Objects.requireNonNull(fix);
    }

    /** The user asked for something that does not exist, or brought a file that cannot be read. */
    public static Fault badInput(String message, String fix) {
        return new Fault(ExitCode.BAD_INPUT, message, fix, null);
    }

    /** This machine lacks something. {@code fix} says how to get it. */
    public static Fault environment(String message, String fix) {
        return new Fault(ExitCode.ENVIRONMENT, message, fix, null);
    }

    /** Lockstep itself is at fault. {@code fix} says what to report, or how to go around it. */
    public static Fault defect(String message, String fix) {
        return new Fault(ExitCode.INTERNAL, message, fix, null);
    }

    /** The same fault with what led to it, for {@code --stacktrace}. */
    public Fault because(Throwable cause) {
        return new Fault(exitCode, getMessage(), fix, cause);
    }

    public int exitCode() {
        return exitCode;
    }

    public String fix() {
        return fix;
    }
}
