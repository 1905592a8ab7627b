package dev.lockstep.generators.tla.value;

/** TLC printed something that {@link TlaParser} does not read. */
public final class TlaSyntaxException extends RuntimeException {

    TlaSyntaxException(String what, int at) {
        super(what + " at character " + at);
    }
}
