/**
 * What an RFC requires, and where each requirement is kept: in rows, parameters and other entries of the tables, in the
 * mechanism, by claims of the models and by tests. {@link RequirementLoader} reads {@code spec/requirements} and finds what does
 * not exist.
 */
package dev.lockstep.spec.requirements;
