package dev.lockstep.harness.cli;

import dev.lockstep.harness.demo.Demo;
import dev.lockstep.harness.demo.DemoOptions;
import dev.lockstep.harness.demo.Doing;
import dev.lockstep.harness.tun.NamespacedProcess;
import dev.lockstep.harness.tun.TunSupport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job from end to end. */
@Command(
        name = "demo",
        description =
                "From tables to packets: lint, generate, model-check, then run the stack on TUN against the kernel.",
        footer = {
            "",
            "The stack serves a file over HTTP to the kernel and fetches one from it, first over a clean link, then over a"
                    + " bad one. All this happens in a network namespace of its own; where TUN is not to be had, between"
                    + " two stacks in memory."
        })
final class DemoVerb implements Callable<Integer>, InNamespace, OnTables {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The tables to begin with; spec/tables of this checkout if left out.")
    private Path tables;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where recordings, ladders, generated files and the report go; .lockstep/demo if left out.")
    private Path out;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            defaultValue = "10MB",
            description = "Size of the file. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the file and of what the link does. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--memory", description = "Between two stacks in memory, even where TUN is to be had.")
    private boolean memory;

    @Option(
            names = "--record",
            description = "Record every event of TCP too, as clean.ndjson and impaired.ndjson, for ./lockstep replay.")
    private boolean record;

    @Option(names = "--json", description = "Print the report as JSON, and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private DemoOptions options(Optional<String> inMemory) {
        Checkout checkout = Checkout.locate();
        var folders = new DemoOptions.Folders(
                tables != null ? tables : Shown.from(checkout.tables()),
                Shown.from(checkout.models()),
                checkout.home().resolve("reference-impl/src/main/tla"),
                checkout.proofs());
        Path artefacts = out != null ? out : checkout.home().resolve(".lockstep/demo");
        return new DemoOptions(folders, artefacts, DemoOptions.size(size), seed, record, inMemory);
    }

    @Override
    public boolean wantsNamespace() {
        options(Optional.empty());
        return !memory && TunSupport.probe() instanceof TunSupport.Available;
    }

    @Override
    public Path tables() {
        return tables;
    }

    /** Why it cannot, or shall not, be on TUN. */
    private Optional<String> inMemory() {
        if (memory) {
            return Optional.of("as asked");
        }
        if (NamespacedProcess.inside()) {
            return Optional.empty();
        }
        return switch (TunSupport.probe()) {
            case TunSupport.Missing missing ->
                Optional.of(missing.place() + ": " + missing.reason() + "; " + missing.fix());
            case TunSupport.Available available -> Optional.empty();
        };
    }

    @Override
    public Integer call() throws Exception {
        var output = spec.commandLine().getOut();
        try (var bars = new Bars()) {
            var demo = new Demo(options(inMemory()), json ? null : output, bars);
            boolean good = demo.run();
            if (json) {
                output.println(demo.report());
            }
            return good ? ExitCode.DONE : ExitCode.FALSE;
        }
    }

    /** One progress bar after another. */
    private static final class Bars implements Doing, AutoCloseable {

        private String task = "";
        private Progress progress;

        @Override
        public void at(String now, long done, long of, String what) {
            String name = now + " " + (of < 0 ? "" : of);
            if (!name.equals(task)) {
                close();
                task = name;
                progress = Progress.of(now, of);
            }
            progress.at(what);
            progress.stepTo(done);
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
                progress = null;
            }
        }
    }
}
