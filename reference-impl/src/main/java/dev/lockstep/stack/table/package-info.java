/**
 * What the generated tables stand on: sequence arithmetic, sets of sequence intervals, the log of rows fired, the text of
 * parameters. Written by hand, once, for every protocol; nothing here decides anything a table decides.
 *
 * <p>The generated code itself is in {@code dev.lockstep.stack.<protocol>.table}.
 */
package dev.lockstep.stack.table;
