/**
 * The other end of the wire: the kernel's TCP with an ordinary program on it, for the stack to be measured against.
 *
 * <p>What is started here lives in the network namespace of the thread that starts it; see
 * {@link dev.lockstep.harness.tun.NetworkNamespace}.
 */
package dev.lockstep.harness.target;
