/**
 * Mutants: the tables with one thing changed, to see whether anything notices. What is changed is the text of one file, so that a
 * mutant goes the way of every edited table: it is read, checked, proved, generated. Nothing here runs anything.
 */
package dev.lockstep.spec.mutation;
