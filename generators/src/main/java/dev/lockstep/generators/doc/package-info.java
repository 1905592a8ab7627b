/**
 * Documents for readers: the tables as grids of state by condition, the state diagram, the requirement matrix, the models.
 * Static pages that link to each other by row id; {@code doc.stg} has their shape.
 */
package dev.lockstep.generators.doc;
