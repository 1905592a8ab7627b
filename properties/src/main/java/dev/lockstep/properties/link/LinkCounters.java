package dev.lockstep.properties.link;

/** What one direction of a link did to its packets; counted by the stages, read through {@link #snapshot}. */
final class LinkCounters {

    long offered;
    long delivered;
    long lost;
    long corrupted;
    long duplicated;
    long reordered;
    long queueDrops;
    long overflows;

    LinkCounts snapshot() {
        return new LinkCounts(offered, delivered, lost, corrupted, duplicated, reordered, queueDrops, overflows);
    }
}
