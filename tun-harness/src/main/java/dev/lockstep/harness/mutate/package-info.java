/** Runs mutants of the tables against all that could notice them, and keeps what came of each. */
package dev.lockstep.harness.mutate;
