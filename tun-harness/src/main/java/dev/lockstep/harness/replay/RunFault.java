package dev.lockstep.harness.replay;

import dev.lockstep.harness.InputException;

/** Every kind of fault that a file to be replayed can have. A code is never used again for something else. */
public enum RunFault {
    NOT_TEXT("R101", "name a file of ./lockstep up --record or ./lockstep demo --record"),
    LINE_TOO_LONG("R102", "name a file of ./lockstep up --record or ./lockstep demo --record"),
    NOT_JSON("R103", "a line is one JSON object; spec/models/runs.md has the format"),
    WRONG_SHAPE("R104", "spec/models/runs.md has the keys and what they hold"),
    UNKNOWN_NAME("R105", "the tables have the names: spec/tables/tcp/vocabulary.yaml"),
    OUT_OF_RANGE("R106", "spec/models/runs.md has the ranges"),
    NO_HEADER("R107", "the first line says what it is a run of; spec/models/runs.md has the format"),
    OTHER_VERSION("R108", "replay it with the Lockstep that recorded it"),
    OTHER_TABLES("R109", "name the tables it was recorded with: --tables DIR; or record it once more"),
    NO_EVENTS("R110", "record a run: ./lockstep up --record FILE"),
    OTHER_MODEL("R111", "check the model once more: ./lockstep check");

    private final String code;
    private final String fix;

    RunFault(String code, String fix) {
        this.code = code;
        this.fix = fix;
    }

    public String code() {
        return code;
    }

    /** @param place file and line */
    InputException at(String place, String what) {
        return new InputException(place, "error " + code + ": " + what, fix);
    }
}
