/**
 * What runs the stack against the world. The module's README says which package holds what; here are the failures that a
 * person can do something about.
 */
package dev.lockstep.harness;
