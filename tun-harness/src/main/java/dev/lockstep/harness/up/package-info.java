/**
 * {@code ./lockstep up}: the generated stack on a TUN interface for as long as somebody wants it, with what it does
 * written down line by line.
 */
package dev.lockstep.harness.up;
