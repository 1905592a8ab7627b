/** Values of TLA+ as TLC prints them: in traces, and in dumps of state graphs. */
package dev.lockstep.generators.tla.value;
