package dev.lockstep.generators.compile;

/** The compiler rejects sources; the message is what it says, with file and line of the sources in memory. */
public final class CompilationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CompilationFailed(String message) {
        super(message);
    }
}
