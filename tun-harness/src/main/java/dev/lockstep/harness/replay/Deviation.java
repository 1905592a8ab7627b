package dev.lockstep.harness.replay;

/** What a replay may find of a file that is in order. A code is never used again for something else. */
public enum Deviation {
    OF_A_RUN("R201", "a recorded event is not what the tables do"),
    OF_JAVA("R202", "Java does something else in a step of a counterexample than TLC did");

    private final String code;
    private final String is;

    Deviation(String code, String is) {
        this.code = code;
        this.is = is;
    }

    public String code() {
        return code;
    }

    /** One sentence, as in spec/models/runs.md. */
    public String is() {
        return is;
    }
}
