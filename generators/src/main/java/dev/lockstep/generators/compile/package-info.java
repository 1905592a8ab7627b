/**
 * Edited tables without Maven: generated sources are compiled in memory, checked against the mechanism that was compiled
 * from other tables, and loaded in front of it.
 */
package dev.lockstep.generators.compile;
