/**
 * TUN devices, network namespaces and the event loop: the only package of this project that makes system calls
 * through {@link java.lang.foreign}. Linux only.
 *
 * <p>{@link dev.lockstep.harness.tun.TunSupport#probe} says whether this machine can do it; everything else assumes
 * it can and throws {@link dev.lockstep.harness.EnvironmentException} with a fix where it cannot.
 */
package dev.lockstep.harness.tun;
