package dev.lockstep.harness.check.trace;

/** TLC printed something that {@link TlaParser} does not read. */
public final class TlaSyntaxException extends RuntimeException {

    TlaSyntaxException(String what, int at) {
        super(what + " at character " + at);
    }
}
