/** Part of a check done here, and the rest elsewhere: what each part leaves behind, and how the parts become a whole again. */
package dev.lockstep.harness.check.shard;
