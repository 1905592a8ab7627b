/**
 * What runs inside TLC's JVM: its class path holds TLC and Lockstep's own jar, nothing else. So these classes use the JDK and TLC
 * only.
 */
package dev.lockstep.harness.check.inside;
