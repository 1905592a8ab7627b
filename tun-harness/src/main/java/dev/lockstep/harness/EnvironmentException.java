package dev.lockstep.harness;

/** The machine lacks something that the asked-for work needs: a device, a permission, a program. Exit code 3. */
public final class EnvironmentException extends HarnessException {

    private static final long serialVersionUID = 1L;

    /**
     * @param place what was being touched, e.g. {@code /dev/net/tun}
     * @param what what is lacking, one sentence without a full stop
     * @param fix how to get it, one sentence or a command
     */
    public EnvironmentException(String place, String what, String fix) {
        super(place, what, fix);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
