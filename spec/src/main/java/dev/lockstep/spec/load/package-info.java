/** Reads a folder of tables. */
package dev.lockstep.spec.load;
