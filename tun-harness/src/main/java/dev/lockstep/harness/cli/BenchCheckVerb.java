package dev.lockstep.harness.cli;

import dev.lockstep.harness.bench.ByHand;
import dev.lockstep.harness.bench.ModelSpeed;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What it costs TLC that a module is generated. */
@Command(
        name = "check",
        description =
                "Measure how fast TLC goes through the generated model open, beside the same model written by hand "
                        + "(spec/models/by-hand).")
final class BenchCheckVerb implements Callable<Integer> {

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each. Default: ${DEFAULT-VALUE}.")
    private int runs = 3;

    @Option(
            names = "--faults",
            paramLabel = "N",
            description = "Disturbances, on which it depends how many states there are. Default: ${DEFAULT-VALUE}.")
    private int faults = 4;

    @Spec
    private CommandSpec spec;

    private interface Run {
        TlcReport go() throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        if (runs < 1 || faults < 0 || faults > 5) {
            throw new ParameterException(spec.commandLine(), "--runs needs 1 or more, --faults 0 to 5");
        }
        Path home = Checkout.locate().home();
        Path models = home.resolve("spec/models");
        Model open = ModelLoader.load(
                        models,
                        SpecificationLoader.load(home.resolve("spec/tables")).orThrow())
                .model("open");
        Path runtime = home.resolve("reference-impl/src/main/tla");
        var modules = new ByHand(Tlc.locate(), Files.createDirectories(home.resolve(".lockstep/bench-check")));
        var speed = new ModelSpeed();
        try (var progress = Progress.of("runs", 2L * runs)) {
            for (int i = 0; i < runs; i++) {
                time(() -> modules.generated(open, faults, runtime), speed::generated);
                progress.stepTo(2L * i + 1);
                time(() -> modules.byHand(faults, models), speed::byHand);
                progress.stepTo(2L * i + 2);
            }
        }
        spec.commandLine().getOut().print(speed.table());
        return ExitCode.DONE;
    }

    private static void time(Run run, BiConsumer<TlcReport, Long> into) throws IOException {
        long began = System.nanoTime();
        TlcReport report = run.go();
        into.accept(report, System.nanoTime() - began);
    }
}
