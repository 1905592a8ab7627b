package dev.lockstep.harness;

/**
 * A failure that a person can do something about: the message names the place and what is wrong there, and the
 * fix goes with it. The command line prints both as one block and exits with {@link #exitCode}.
 */
public abstract sealed class HarnessException extends RuntimeException permits EnvironmentException, InputException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String what;
    private final String fix;

    HarnessException(String place, String what, String fix) {
        super(place + ": " + what);
        this.place = place;
        this.what = what;
        this.fix = fix;
    }

    /** Where it happened, e.g. {@code /dev/net/tun} or {@code run.pcapng:0x1c}. */
    public final String place() {
        return place;
    }

    /** What is lacking or wrong, one sentence without a full stop. */
    public final String what() {
        return what;
    }

    /** What to do about it, one sentence or a command. */
    public final String fix() {
        return fix;
    }

    /** The exit code of the command line for this kind of failure. */
    public abstract int exitCode();
}
