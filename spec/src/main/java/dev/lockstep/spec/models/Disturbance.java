package dev.lockstep.spec.models;

/** What may happen to a segment on its way; each costs one fault, as does a timer that expires early. */
public enum Disturbance {
    /** The segment is lost. */
    LOSE("lose"),
    /** A copy of it arrives after all that is on the way now. */
    DUPLICATE("duplicate"),
    /** It arrives after all that is on the way now. */
    DELAY("delay"),
    /** A copy of it stays in the network, and arrives whenever it likes, or never. */
    LINGER("linger");

    private final String word;

    Disturbance(String word) {
        this.word = word;
    }

    /** As written in models. */
    public String word() {
        return word;
    }
}
