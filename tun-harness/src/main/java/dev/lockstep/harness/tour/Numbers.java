package dev.lockstep.harness.tour;

/** Sequence numbers of one host, counted from its first one, as tcpdump and Wireshark show them. */
final class Numbers {

    private boolean known;
    private int first;

    /** A packet of this host is seen. */
    void seen(int seq) {
        if (!known) {
            known = true;
            first = seq;
        }
    }

    /** The initial sequence number itself. */
    long initial() {
        return Integer.toUnsignedLong(first);
    }

    String text(int seq) {
        return Integer.toUnsignedString(known ? seq - first : seq);
    }
}
