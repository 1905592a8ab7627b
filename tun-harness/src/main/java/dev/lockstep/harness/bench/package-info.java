/**
 * {@code ./lockstep bench}: how fast the generated stack moves bytes over TUN, beside the kernel over veth in the same
 * run. Ratios hold from machine to machine, figures do not.
 */
package dev.lockstep.harness.bench;
