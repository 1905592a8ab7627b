/**
 * {@code ./lockstep demo}: one way through everything. The tables are linted, made into Java and TLA+, checked by TLC, and
 * the stack made from them exchanges files with the kernel's own TCP.
 */
package dev.lockstep.harness.demo;
