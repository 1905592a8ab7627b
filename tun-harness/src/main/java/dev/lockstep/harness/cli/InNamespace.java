package dev.lockstep.harness.cli;

/**
 * A verb that makes interfaces and wants a network namespace of its own for that. The command line enters one before the
 * verb is called, and before tables are compiled for it: the process starts once more inside.
 */
interface InNamespace {

    /**
     * Whether the verb, as it was asked for, wants one. Options are looked at here, so that what is wrong with them is said
     * at once.
     */
    boolean wantsNamespace();
}
