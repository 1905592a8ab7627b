package dev.lockstep.harness.bench;

/** Something that a bulk transfer can be measured over. Set up once, used for many transfers in turn. */
interface Wire extends AutoCloseable {

    /** The row of the table, e.g. {@code stack over TUN, in}. */
    String name();

    /** Begins a transfer that goes on until it is closed. */
    Flow start() throws Exception;

    @Override
    void close();

    /** A transfer under way. */
    interface Flow extends AutoCloseable {

        /** Bytes that have arrived at the receiver's program so far. From any thread. */
        long received();

        /** What the stack has done so far, on all transfers. */
        default Sample.Work work() {
            return Sample.Work.UNSEEN;
        }

        /** Ends it at once. */
        @Override
        void close();
    }
}
