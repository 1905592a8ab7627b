/**
 * Links that do what real ones do: lose, double, reorder, delay, damage and throttle packets, each by a named option
 * and all from one seed. Time is handed in; there is no clock, no thread and no other source of chance, so that the
 * same packets at the same instants always come out the same.
 */
package dev.lockstep.properties.link;
