package dev.lockstep.harness.ladder;

/**
 * A part of a message's way, drawn as one arrow on one line.
 *
 * @param from the end that it comes from
 * @param tail where the arrow starts
 * @param head where it ends
 * @param numbered whether the message carries its number, since its way is drawn in several parts
 */
record Leg(Side from, Message message, Tail tail, Head head, boolean numbered) {

    enum Tail {
        /** At the rail of the end that sends. */
        SENDER,
        /** Somewhere in the network, where it has been for a while. */
        NETWORK,
        /** In the network, where nobody has sent it. */
        FORGER
    }

    enum Head {
        /** At the rail of the other end. */
        RECEIVER,
        /** Somewhere in the network. */
        NETWORK,
        /** Nowhere. */
        LOST,
        /** In the network, twice. */
        DUPLICATED,
        /** In the network, behind a later one. */
        OVERTAKEN
    }
}
