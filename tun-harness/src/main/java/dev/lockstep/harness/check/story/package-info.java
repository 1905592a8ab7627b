/**
 * Makes a ladder of a behaviour: which segments travelled, what happened to them, and what each end made of it.
 *
 * <p>It relies on what all models of {@code spec/models} share: {@code tcb} is a function of the ends, {@code net} gives for each end
 * the segments on their way to it, and an action's name ends with the end it happens at ({@code ReceiveA}, {@code LoseToB}). Other variables
 * of a model are shown as they change, and mean nothing here.
 */
package dev.lockstep.harness.check.story;
