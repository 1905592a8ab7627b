/** What Lockstep tells the author of a table, and where. */
package dev.lockstep.spec.diagnostic;
