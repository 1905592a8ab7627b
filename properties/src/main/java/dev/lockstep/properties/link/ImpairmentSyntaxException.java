package dev.lockstep.properties.link;

/** An impairment as text that cannot be read. The command line's exit code for it is 2. */
public final class ImpairmentSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param place the option as it was written
     * @param what what is wrong with it
     * @param fix what would be right
     */
    ImpairmentSyntaxException(String place, String what, String fix) {
        super("impairment `" + place + "`: " + what);
        this.fix = fix;
    }

    /** What would be right, one sentence. */
    public String fix() {
        return fix;
    }
}
