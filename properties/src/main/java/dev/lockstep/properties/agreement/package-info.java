/**
 * The generated Java and the TLA+ model say the same: a step of a model is done in Java, from the state in which it begins. Tests
 * do so with every step that TLC finds, {@code ./lockstep replay} with those of a counterexample.
 */
package dev.lockstep.properties.agreement;
