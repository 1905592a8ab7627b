/**
 * The generated Java and the TLA+ model say the same: TLC writes down the whole state graph of a model, and each of its edges
 * is replayed in Java.
 */
package dev.lockstep.properties.agreement;
