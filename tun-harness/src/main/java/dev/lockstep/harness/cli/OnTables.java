package dev.lockstep.harness.cli;

import java.nio.file.Path;

/**
 * A verb that runs the generated stack. Before it is called, {@link EditedTables} sees to it that the stack is the one of these
 * tables; the verb itself need not care.
 */
interface OnTables {

    /** The folder of tables that the user named, or null for those of this checkout. */
    Path tables();
}
