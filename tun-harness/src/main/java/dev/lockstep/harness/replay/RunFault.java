package dev.lockstep.harness.replay;

import dev.lockstep.harness.InputException;

/** Every kind of fault that a file to be replayed can have. A code is never used again for something else. */
public enum RunFault {
    NOT_TEXT("R101", "a line is not UTF-8", "name a file of ./lockstep up --record or ./lockstep demo --record"),
    LINE_TOO_LONG(
            "R102",
            "a line has more than 2^20 bytes",
            "name a file of ./lockstep up --record or ./lockstep demo --record"),
    NOT_JSON(
            "R103",
            "a line is no JSON object, or has a key twice",
            "a line is one JSON object; spec/models/runs.md has the format"),
    WRONG_SHAPE(
            "R104",
            "a key is missing or unknown, or holds a value of another kind",
            "spec/models/runs.md has the keys and what they hold"),
    UNKNOWN_NAME(
            "R105", "a name that the tables do not have", "the tables have the names: spec/tables/tcp/vocabulary.yaml"),
    OUT_OF_RANGE("R106", "a number out of its range", "spec/models/runs.md has the ranges"),
    NO_HEADER(
            "R107",
            "the first line does not say that this is a recorded run",
            "the first line says what it is a run of; spec/models/runs.md has the format"),
    OTHER_VERSION("R108", "another version of the format", "replay it with the Lockstep that recorded it"),
    OTHER_TABLES(
            "R109",
            "a run of other tables",
            "name the tables it was recorded with: --tables DIR; or record it once more"),
    NO_EVENTS("R110", "there is no event", "record a run: ./lockstep up --record FILE"),
    OTHER_MODEL("R111", "a counterexample of another model", "check the model once more: ./lockstep check");

    private final String code;
    private final String is;
    private final String fix;

    RunFault(String code, String is, String fix) {
        this.code = code;
        this.is = is;
        this.fix = fix;
    }

    public String code() {
        return code;
    }

    /** One sentence, as in spec/models/runs.md. */
    public String is() {
        return is;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }

    /** @param place file and line */
    InputException at(String place, String what) {
        return new InputException(place, "error " + code + ": " + what, fix);
    }
}
