package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.proof.Limit;
import dev.lockstep.spec.proof.MissingProver;
import dev.lockstep.spec.proof.ProofReport;
import dev.lockstep.spec.proof.Prover;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Types, references and proofs of the tables. */
@Command(
        name = "lint",
        description = "Check the tables: names, types, references, and that in each step exactly one row matches.",
        footer = {
            "",
            "An error in the tables is exit code 1; a folder or file that cannot be read is 2. What a code means:"
                    + " ./lockstep explain L203"
        })
final class LintVerb implements Callable<Integer> {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Option(names = "--json", description = "Write the result as one JSON object.")
    private boolean json;

    @Option(
            names = "--proofs",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Prove that in each step exactly one row matches (the default), or leave it at types and references.")
    private boolean proofs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long began = System.nanoTime();
        Loaded loaded = SpecificationLoader.load(
                tables != null ? tables : Shown.from(Checkout.locate().tables()));
        var read = Duration.ofNanos(System.nanoTime() - began);
        Optional<ProofReport> report = proofs ? loaded.specification().map(LintVerb::prove) : Optional.empty();
        var diagnostics = new ArrayList<>(loaded.diagnostics());
        report.ifPresent(found -> diagnostics.addAll(found.diagnostics()));
        Collections.sort(diagnostics);
        var result = new LintResult(loaded.specification(), diagnostics, read, report);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(result.toJson());
        } else {
            result.print(out);
        }
        int exitCode = exitCode(diagnostics);
        if (exitCode == ExitCode.DONE) {
            report.flatMap(ProofReport::missing).ifPresent(LintVerb::complain);
        }
        return exitCode;
    }

    private static ProofReport prove(Specification specification) {
        try (var progress = Progress.of("proofs", -1)) {
            return Prover.prove(specification, Checkout.locate().proofs(), Limit.USUAL, (done, of, step) -> {
                progress.at(step + " (" + done + " of " + of + ")");
                progress.stepTo(done);
            });
        }
    }

    private static int exitCode(List<Diagnostic> diagnostics) {
        boolean isFalse = false;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.code() == Code.FOLDER_MISSING || diagnostic.code() == Code.FILE_UNREADABLE) {
                return ExitCode.BAD_INPUT;
            }
            isFalse |= diagnostic.isError();
        }
        return isFalse ? ExitCode.FALSE : ExitCode.DONE;
    }

    private static void complain(MissingProver missing) {
        throw Fault.environment(
                        missing.what(), missing.fix() + "\nor leave the proofs out: ./lockstep lint --no-proofs")
                .because(missing.cause());
    }
}
