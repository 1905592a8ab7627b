package dev.lockstep.harness.demo;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.GeneratedFolder;
import dev.lockstep.generators.java.JavaGenerator;
import dev.lockstep.generators.tla.TlaGenerator;
import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.run.Amount;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.proof.Limit;
import dev.lockstep.spec.proof.MissingProver;
import dev.lockstep.spec.proof.ProofReport;
import dev.lockstep.spec.proof.Prover;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The stages that look at the tables alone: lint and generate. */
final class Tables {

    private final DemoOptions options;
    private final Screen screen;

    Tables(DemoOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** @throws DemoFailed with all that is wrong */
    Specification lint(Doing doing) {
        screen.begin();
        Loaded loaded = SpecificationLoader.load(options.folders().tables());
        Specification specification =
                loaded.specification().orElseThrow(() -> failed("the tables have errors", loaded.diagnostics()));
        ProofReport report = Prover.prove(
                specification,
                options.folders().proofs(),
                Limit.USUAL,
                (done, of, step) -> doing.at("proof", done, of, step));
        List<Diagnostic> errors =
                report.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            throw failed("the proofs have found faults in the tables", errors);
        }
        if (report.missing().isPresent()) {
            MissingProver missing = report.missing().get();
            throw new EnvironmentException("proofs", missing.what(), missing.fix());
        }
        long rows = rows(specification).count();
        screen.done(
                "lint",
                Amount.of(specification.protocols().size(), "protocol") + ", " + Amount.of(report.steps(), "step")
                        + ", "
                        + Amount.of(rows, "row") + ": in each step exactly one row matches, proved"
                        + (report.fromCache() == report.steps() ? " before" : ""));
        return specification;
    }

    private static DemoFailed failed(String what, List<Diagnostic> diagnostics) {
        return new DemoFailed(
                what, diagnostics.stream().map(Diagnostic::toString).toList());
    }

    static Stream<Row> rows(Specification specification) {
        return specification.protocols().stream()
                .flatMap(protocol -> protocol.procedures().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream());
    }

    void generate(Specification specification, Path folder) throws IOException {
        screen.begin();
        List<GeneratedFile> java = new JavaGenerator().generate(specification);
        List<GeneratedFile> tla = specification.protocols().stream()
                .flatMap(protocol -> TlaGenerator.generate(protocol).stream())
                .toList();
        List<GeneratedFile> all = new ArrayList<>();
        java.forEach(file -> all.add(new GeneratedFile("java/" + file.path(), file.text())));
        tla.forEach(file -> all.add(new GeneratedFile("tla/" + file.path(), file.text())));
        new GeneratedFolder(folder).write(all);
        screen.done(
                "generate",
                Amount.count(java.size()) + " Java classes" + " (" + Amount.of(lines(java), "line") + "), "
                        + Amount.of(tla.size(), "TLA+ module") + " (" + Amount.of(lines(tla), "line") + ")");
    }

    private static long lines(List<GeneratedFile> files) {
        return files.stream().mapToLong(file -> file.text().lines().count()).sum();
    }
}
