package dev.lockstep.harness.cli;

import dev.lockstep.harness.bench.BenchOptions;
import dev.lockstep.harness.bench.BenchReport;
import dev.lockstep.harness.bench.Bulk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast the stack is, beside the kernel. */
@Command(
        name = "bench",
        subcommands = {BenchCheckVerb.class, MicroVerb.class},
        description = "Measure bulk transfer into and out of the stack over TUN, beside the kernel over veth.",
        footer = {"", "Compare ratios of one run: figures of different machines, or of a busy one, say little."})
final class BenchVerb implements Callable<Integer>, InNamespace, OnTables {

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Samples of each, of which the median counts. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "How long a sample takes. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all samples there, as JSON.")
    private Path json;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Give a parameter of the tables another value. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description =
                    "Run the stack of these tables, compiled in memory; spec/tables of this checkout if left out.")
    private Path tables;

    @Spec
    private CommandSpec spec;

    private BenchOptions options() {
        return new BenchOptions(runs, Duration.ofNanos((long) (seconds * 1e9)), Optional.ofNullable(json), settings);
    }

    @Override
    public boolean wantsNamespace() {
        options();
        return true;
    }

    @Override
    public Path tables() {
        return tables;
    }

    @Override
    public Integer call() throws Exception {
        BenchOptions options = options();
        BenchReport report;
        try (var progress = Progress.of("samples", Bulk.samples(options))) {
            report = Bulk.measure(options, progress::stepTo);
        }
        spec.commandLine().getOut().print(report.table());
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), report.json().toPrettyString() + "\n");
        }
        return ExitCode.DONE;
    }
}
