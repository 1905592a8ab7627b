/**
 * Recorded runs: what each event did to the control blocks of a stack, a line of JSON for each. What stands in such a file,
 * spec/models/runs.md says; who reads it is {@code dev.lockstep.harness.replay}.
 */
package dev.lockstep.properties.record;
