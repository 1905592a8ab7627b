/** What TLC says about a behaviour, as values: states, actions, and how it goes on for ever. */
package dev.lockstep.harness.check.trace;
