/** What of a protocol's tables a model can meet at all: rows that cannot fire in it are not written into its module. */
package dev.lockstep.generators.tla.slice;
