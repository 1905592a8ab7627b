/**
 * A run of the generated stack and what can be told about it: connections, segments, rows, drops, drawings. Shared by
 * the verbs that run it.
 */
package dev.lockstep.harness.run;
