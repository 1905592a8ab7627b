package dev.lockstep.harness.demo;

/** Told how far a stage is, for a progress bar. */
@FunctionalInterface
public interface Doing {

    /** For nobody. */
    Doing NOTHING = (task, done, of, what) -> {};

    /**
     * @param task that takes a while
     * @param of how much there is to do, or -1
     * @param what is being done at the moment
     */
    void at(String task, long done, long of, String what);
}
