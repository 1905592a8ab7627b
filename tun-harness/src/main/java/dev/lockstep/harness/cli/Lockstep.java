package dev.lockstep.harness.cli;

import dev.lockstep.harness.tun.NamespacedProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code ./lockstep <verb>}. */
@Command(
        name = "lockstep",
        description = "State tables of TCP/IP, and the Java stack and TLA+ models made from them.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = Lockstep.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the thing asked about is false: a violation, a deviation, a failed proof",
            "2:bad usage or bad input",
            "3:the environment lacks something; the message says how to get it",
            "70:a defect of Lockstep itself"
        },
        // In the order in which a newcomer meets them.
        subcommands = {
            DemoVerb.class, //
            LintVerb.class, //
            GenerateVerb.class, //
            CheckVerb.class, //
            CoverageVerb.class, //
            MutateVerb.class, //
            MergeVerb.class, //
            ExplainVerb.class, //
            RequirementsVerb.class, //
            DocsVerb.class, //
            TourVerb.class, //
            UpVerb.class, //
            ReplayVerb.class, //
            BenchVerb.class, //
            TestVerb.class, //
            JdkVerb.class, //
        })
public final class Lockstep implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Say what this does and which options it takes.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Say which Lockstep and which Java this is.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "On an error, print where in the program it came from.")
    private boolean stackTrace;

    @Spec
    private CommandSpec spec;

    /** Without a verb: what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    public static void main(String[] args) {
        Output standard = Output.standard();
        var out = new PrintWriter(standard, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        int exitCode = run(out, err, args);
        out.flush();
        if (exitCode == ExitCode.DONE && standard.loss().isPresent()) {
            exitCode = Faults.report(standard.loss().get(), err, false);
        }
        err.flush();
        System.exit(exitCode);
    }

    /** What {@code main} does, for tests: no exit, and output where the test wants it. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return commandLine(out, err)
                    .setExecutionStrategy(parsed -> execute(parsed, out, err, args))
                    .execute(args);
        } catch (Throwable fault) { // picocli lets errors pass that are no exceptions
            return Faults.report(fault, err, Arrays.asList(args).contains("--stacktrace"));
        }
    }

    /** Calls the verb, where it has to run and on the stack that its tables make. */
    private static int execute(ParseResult parsed, PrintWriter out, PrintWriter err, String... args) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (!last.isUsageHelpRequested()) {
            try {
                OptionalInt exitCode = elsewhere(last.commandSpec().userObject(), out, err, args);
                if (exitCode.isPresent()) {
                    return exitCode.getAsInt();
                }
            } catch (IOException | RuntimeException fault) { // picocli reports those of verbs only
                return Faults.report(fault, err, Arrays.asList(args).contains("--stacktrace"));
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** @return the exit code of the verb, if it was run by starting the whole command line once more */
    private static OptionalInt elsewhere(Object verb, PrintWriter out, PrintWriter err, String... args)
            throws IOException {
        if (verb instanceof InNamespace namespaced && namespaced.wantsNamespace()) {
            NamespacedProcess.enter(); // comes back inside
        }
        return verb instanceof OnTables tabled ? EditedTables.rerun(tabled, out, err, args) : OptionalInt.empty();
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        var lockstep = new Lockstep();
        return new CommandLine(lockstep)
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(80)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, args) -> Faults.reportUsage(fault, args))
                .setExecutionExceptionHandler(
                        (fault, command, parsed) -> Faults.report(fault, command.getErr(), lockstep.stackTrace));
    }

    /** Says which Lockstep and which Java, since the answer goes into reports of defects. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Lockstep.class.getPackage().getImplementationVersion();
            return new String[] {
                "lockstep %s (Java %s)".formatted(version == null ? "unpackaged" : version, Runtime.version())
            };
        }
    }
}
