package dev.lockstep.harness.demo;

import java.util.List;

/** The demo has shown that something is false: exit code 1. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    /** @param details to be shown before the message, each of one or more lines */
    DemoFailed(String message, List<String> details) {
        super(message);
        this.details = List.copyOf(details);
    }

    List<String> details() {
        return details;
    }
}
