/**
 * TLC in a JVM of its own: started, listened to, stopped, tidied up after.
 *
 * <p>Its own JVM, because TLC keeps static state that falsifies a second liveness run, and because a limit of time or memory
 * must hit it and not us.
 */
package dev.lockstep.harness.check.tlc;
