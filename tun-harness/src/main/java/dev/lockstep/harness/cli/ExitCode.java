package dev.lockstep.harness.cli;

/** What a shell script or CI learns from a run of {@code lockstep}. */
public final class ExitCode {

    /** Done, and what was asked about is true. */
    public static final int DONE = 0;

    /** The thing asked about is false: a violation, a deviation, a failed proof. */
    public static final int FALSE = 1;

    /** Bad usage, or input that cannot be read. */
    public static final int BAD_INPUT = 2;

    /** The environment lacks something: no TUN, no permission, no JDK. The message says how to get it. */
    public static final int ENVIRONMENT = 3;

    /** A defect of Lockstep itself ({@code EX_SOFTWARE} of sysexits.h). No verb returns it. */
    public static final int INTERNAL = 70;

    private ExitCode() {}
}
