package dev.lockstep.harness.check.tlc;

/**
 * What TLC says with the option {@code -tool}.
 *
 * @param code TLC's number for the kind of message (its class {@code tlc2.output.EC})
 * @param severity 0 remark, 1 error, 2 TLC's own bug, 3 warning, 4 state
 */
public record TlcMessage(int code, int severity, String text) {

    public boolean isError() {
        return severity == 1 || severity == 2;
    }
}
