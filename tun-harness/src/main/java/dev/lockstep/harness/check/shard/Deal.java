package dev.lockstep.harness.check.shard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order models are dealt out like cards, so that shards have about as much to do: the largest first, forth and back. */
public final class Deal {

    private Deal() {}

    /**
     * An order in which every {@code shards}-th belongs to one shard.
     *
     * @param smallestFirst by what is expected of each
     */
    public static <T> List<T> order(List<T> smallestFirst, int shards) {
        List<T> largestFirst = smallestFirst.reversed();
        var order = new ArrayList<T>();
        for (int from = 0; from < largestFirst.size(); from += shards) {
            var round = new ArrayList<>(largestFirst.subList(from, Math.min(from + shards, largestFirst.size())));
            boolean isWhole = round.size() == shards;
            if (isWhole && from / shards % 2 == 1) {
                Collections.reverse(round);
            }
            order.addAll(round);
        }
        return List.copyOf(order);
    }
}
