package dev.lockstep.harness.mutate;

import java.util.ArrayList;
import java.util.List;

/**
 * One of several parts of some work, which together are all of it, and no two of which share anything.
 *
 * @param index from 1 to {@code of}
 */
public record Shard(int index, int of) {

    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (index < 1 || index > of) {
            throw new IllegalArgumentException("a shard is I/N with I from 1 to N, not " + index + "/" + of);
        }
    }

    /** @throws IllegalArgumentException if it is not {@code I/N} */
    public static Shard parse(String text) {
        String[] numbers = text.split("/", -1);
        if (!text.matches("\\d{1,6}/\\d{1,6}")) {
            throw new IllegalArgumentException("a shard is I/N, as in 2/8, not " + text);
        }
        return new Shard(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** Every so-manieth, so that what is laborious is spread. */
    public <T> List<T> of(List<T> work) {
        var part = new ArrayList<T>();
        for (int i = index - 1; i < work.size(); i += of) {
            part.add(work.get(i));
        }
        return List.copyOf(part);
    }

    @Override
    public String toString() {
        return index + "/" + of;
    }
}
