package dev.lockstep.harness.capture;

/** Tells which rows of the tables fired during one event, so that a capture can write them to the packets. */
public interface RowNotes {

    /** Nobody tells. */
    RowNotes NONE = new RowNotes() {
        @Override
        public void clear() {}

        @Override
        public CharSequence rows() {
            return "";
        }
    };

    /** An event begins: a packet arrived, a timer expired, a command runs. */
    void clear();

    /** The ids of the rows that fired since, in order, separated by blanks; live, read before the next call. */
    CharSequence rows();
}
