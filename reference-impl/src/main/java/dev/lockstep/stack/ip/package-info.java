/** IPv4 of a host: the mechanism under the tables of {@code dev.lockstep.stack.ip.table}. */
package dev.lockstep.stack.ip;
