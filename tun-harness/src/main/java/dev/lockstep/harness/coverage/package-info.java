/** Which models and tests fire which rows: {@code ./lockstep coverage}. */
package dev.lockstep.harness.coverage;
