/**
 * What runs the stack against the world: devices and system calls in {@code tun}, recorded packets in
 * {@code capture}, the other end of the wire in {@code target}.
 */
package dev.lockstep.harness;
