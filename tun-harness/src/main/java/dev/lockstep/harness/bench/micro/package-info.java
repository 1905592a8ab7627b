/**
 * Parts of the stack on their own, measured by JMH: {@code ./lockstep bench micro}. No device, no system call.
 */
package dev.lockstep.harness.bench.micro;
