/**
 * Timers as an ordinary data structure: nothing here reads a clock, deadlines are numbers of the caller's choice.
 */
package dev.lockstep.stack.time;
