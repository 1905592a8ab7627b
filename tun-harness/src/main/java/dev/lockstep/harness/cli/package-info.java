/**
 * The command line.
 *
 * <p>A verb is a class of this package that implements {@code Callable<Integer>}, carries {@code @Command(name = ...,
 * description = ...)}, and is named in the list of {@link dev.lockstep.harness.cli.Lockstep}; {@code --help} and
 * {@code --stacktrace} it inherits from there. It returns one of {@link dev.lockstep.harness.cli.ExitCode}, writes its result
 * to the {@code PrintWriter} that picocli gives it ({@code spec.commandLine().getOut()}), and throws {@link
 * dev.lockstep.harness.cli.Fault} for whatever is the user's to put right. It does not call {@code System.exit}.
 *
 * <p>A verb that runs the generated stack has {@code --tables DIR} and implements {@link
 * dev.lockstep.harness.cli.OnTables}; the stack it then meets is the one of those tables.
 */
package dev.lockstep.harness.cli;
