/**
 * TLA+ from the checked model, pure: protocols become modules of operators, models become modules that TLC checks.
 *
 * <p>Rows are named operators, steps compose functionally, an event is one atomic action. The modules stand on
 * {@code Lockstep.tla} and, for TCP, {@code TcpMechanism.tla}, which are written by hand in {@code reference-impl}.
 */
package dev.lockstep.generators.tla;
