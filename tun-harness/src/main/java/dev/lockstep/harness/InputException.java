package dev.lockstep.harness;

/** What the user gave cannot be used: an option out of range, a damaged file, a name already taken. Exit code 2. */
public final class InputException extends HarnessException {

    private static final long serialVersionUID = 1L;

    /**
     * @param place the option or the file and offset, e.g. {@code run.pcapng:0x1c}
     * @param what what is wrong with it, one sentence without a full stop
     * @param fix what would be right, one sentence or an example
     */
    public InputException(String place, String what, String fix) {
        super(place, what, fix);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
