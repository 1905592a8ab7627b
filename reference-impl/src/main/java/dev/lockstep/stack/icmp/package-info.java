/** ICMP of a host: the mechanism under the tables of {@code dev.lockstep.stack.icmp.table}. */
package dev.lockstep.stack.icmp;
