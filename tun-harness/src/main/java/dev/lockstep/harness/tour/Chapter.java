package dev.lockstep.harness.tour;

/** One of the six pages: a record, whose components the template of the same name puts into its prose. */
sealed interface Chapter permits Layers, Handshake, Repair, Teardown, TimeWait, SocketView {

    /** What the pages have in common. */
    Exhibit exhibit();
}
