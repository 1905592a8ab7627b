package dev.lockstep.harness.cli;

import dev.lockstep.generators.TablesDigest;
import dev.lockstep.harness.OutFolder;
import dev.lockstep.harness.check.CheckOptions;
import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.Coverage;
import dev.lockstep.harness.check.KeptCoverage;
import dev.lockstep.harness.check.Outcome;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.coverage.CoverageReport;
import dev.lockstep.harness.coverage.FiredBy;
import dev.lockstep.harness.coverage.TestRows;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which models and tests fire which rows. */
@Command(
        name = "coverage",
        description = "Show for every row of the tables which models and tests fire it, or why nobody can.",
        footer = {
            "",
            "A row that nobody fires is exit code 1, and so is one that is marked unreachable and fires in a model. Models"
                    + " are taken from the last ./lockstep check, and checked first if tables or models have changed since."
                    + " Tests note their rows in target/rows of their modules whenever they run; ./lockstep test runs all."
                    + " Deep models count as far as they have been checked."
        })
final class CoverageVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "ROW",
            arity = "0..*",
            description = "Only these rows, each with all its models and tests; all rows if left out.")
    private List<String> ids = List.of();

    @Mixin
    private ModelFolders folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where check leaves its results; .lockstep/check of this checkout if left out.")
    private Path out;

    @Option(names = "--json", description = "Write the result as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Checkout checkout = Checkout.locate();
        Path folder = out != null ? out : checkout.home().resolve(".lockstep/check");
        OutFolder.refuseUnusable(folder);
        var choice = folders.choice();
        requireKnown(choice);
        var counts = new TreeMap<String, Map<String, Long>>();
        for (Model model : choice.choose(List.of(), true)) {
            covered(model, folder).ifPresent(coverage -> counts.put(model.name(), coverage.rows()));
        }
        TestRows tests = TestRows.read(checkout.home(), TablesDigest.of(choice.tables()));
        CoverageReport report = CoverageReport.of(choice.specification(), counts, tests);
        List<FiredBy> chosen = report.rows().stream()
                .filter(row -> ids.isEmpty() || ids.contains(row.row()))
                .toList();
        print(report, chosen);
        return new CoverageReport(chosen, report.models(), tests).isComplete() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private void print(CoverageReport report, List<FiredBy> chosen) {
        PrintWriter writer = spec.commandLine().getOut();
        if (json) {
            writer.println(json(chosen, report.tests()));
        } else if (ids.isEmpty()) {
            writer.print(report.text());
        } else {
            chosen.forEach(row -> writer.print(CoverageReport.detail(row)));
            if (report.tests().classes() == 0) {
                writer.println("no test has noted rows of these tables. Run ./lockstep test first");
            }
        }
        writer.flush();
    }

    /** @throws Fault for what is no row */
    private void requireKnown(ModelChoice choice) {
        List<String> known = choice.specification().protocols().stream()
                .flatMap(protocol -> protocol.procedures().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .map(row -> row.id())
                .toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw Fault.badInput("there is no row " + id, Spelling.advice(id, known));
            }
        }
    }

    /** From the last check, or from a new one; a deep model is not checked for this. */
    private Optional<Coverage> covered(Model model, Path folder) throws IOException {
        CheckTask task = Tasks.of(model, Checkout.locate().home().resolve("reference-impl/src/main/tla"));
        Optional<Coverage> kept = KeptCoverage.read(task, folder);
        if (kept.isPresent() || model.tier() == Model.Tier.DEEP) {
            return kept;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("lockstep: checking " + model.name() + ", since there is no result of it as it is now");
        var options = new CheckOptions(folder, OptionalInt.empty(), Optional.empty(), true);
        var checker = new Checker(Tlc.locate(), options, Tasks.words(model.protocol()));
        try (var progress = new CheckProgress(task, task.pinned(), err)) {
            Outcome outcome = checker.check(task, progress::show);
            TlcTrouble.complain(List.of(outcome));
            outcome.faults().forEach(fault -> err.println(model.name() + ": " + fault));
            return Optional.of(outcome.coverage());
        }
    }

    private static Json json(List<FiredBy> rows, TestRows tests) {
        var json = new Json().open().field("testClasses", tests.classes()).openList("rows");
        for (FiredBy row : rows) {
            json.open()
                    .field("row", row.row())
                    .field("protocol", row.protocol())
                    .field("procedure", row.procedure())
                    .openList("models");
            row.models().keySet().forEach(json::item);
            json.closeList().openList("tests");
            row.tests().forEach(json::item);
            json.closeList();
            row.unreachable().ifPresent(reason -> json.field("unreachable", reason));
            json.close();
        }
        return json.closeList().close();
    }
}
