/**
 * Ladder diagrams: two ends, time running down, segments as arrows between them.
 *
 * <p>{@link dev.lockstep.harness.ladder.Ladder} is what to draw and knows nothing of TLA+, TUN or TCP: a counterexample of
 * the model checker, a recorded run and a capture all become one. {@link dev.lockstep.harness.ladder.TextLadder} draws it
 * with characters, {@link dev.lockstep.harness.ladder.SvgLadder} as a picture, and
 * {@link dev.lockstep.harness.ladder.JsonLadder} writes it down for programs.
 */
package dev.lockstep.harness.ladder;
