/**
 * Small programs on the stack: what it is shown, tested and measured with, and examples of how to write for it. They use
 * the socket package alone.
 */
package dev.lockstep.stack.app;
