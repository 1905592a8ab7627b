/**
 * Replays what was recorded: a run of the Java stack is held against the generated model by TLC, a counterexample of TLC against
 * the generated Java. The file formats are in {@code spec/models/runs.md} and {@code tun-harness/doc/counterexample.md}.
 */
package dev.lockstep.harness.replay;
