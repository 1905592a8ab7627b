package dev.lockstep.harness.check;

import java.util.Comparator;

/** The states, by name, in which the two ends of a model are at once. */
public record StatesOfEnds(String a, String b) implements Comparable<StatesOfEnds> {

    /** As the watcher inside TLC writes it: {@code SYN-SENT/LISTEN}. */
    static StatesOfEnds read(String text) {
        int slash = text.indexOf('/');
        return new StatesOfEnds(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The same states with the ends exchanged. */
    public StatesOfEnds mirrored() {
        return new StatesOfEnds(b, a);
    }

    @Override
    public int compareTo(StatesOfEnds other) {
        return Comparator.comparing(StatesOfEnds::a)
                .thenComparing(StatesOfEnds::b)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return a + " / " + b;
    }
}
