package dev.lockstep.harness.ladder;

/** What a network may do to a message besides delivering it. */
public enum Fate {
    LOST("lost"),
    /** From now on there is one copy more. */
    DUPLICATED("2x"),
    /** A later message goes ahead of it. */
    OVERTAKEN("overtaken"),
    /** Nobody has sent it. */
    FORGED("forged");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
