package dev.lockstep.harness.replay;

/** TLC did not do its work: not the file's fault. */
public final class ReplayFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayFailed(String message) {
        super(message);
    }
}
