/**
 * Checks the models with TLC: {@code ./lockstep check}.
 *
 * <p>{@link dev.lockstep.harness.check.tlc} runs TLC, {@link dev.lockstep.harness.check.trace} reads its behaviours, and this
 * package judges, compares with what is pinned, and shows.
 */
package dev.lockstep.harness.check;
