package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.requirements.LoadedRequirements;
import dev.lockstep.spec.requirements.Requirement;
import dev.lockstep.spec.requirements.RequirementList;
import dev.lockstep.spec.requirements.RequirementLoader;
import dev.lockstep.spec.requirements.SourceTree;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The matrix of what the RFCs require. */
@Command(
        name = "requirements",
        description =
                "Show what the RFCs require, and by which rows, classes, claims and tests each requirement is kept.",
        footer = {
            "",
            "A list that names a row, class, claim or test that does not exist is exit code 1. So is --missing if something"
                    + " is missing."
        })
final class RequirementsVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Only these requirements, MUST-36 for example; all if left out.")
    private List<String> ids = List.of();

    @Option(names = "--missing", description = "Only what is still to be done.")
    private boolean missing;

    @Option(names = "--json", description = "Write the matrix as one JSON object.")
    private boolean json;

    @Option(
            names = "--requirements",
            paramLabel = "DIR",
            description = "The folder of lists; spec/requirements of this checkout if left out.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.locate();
        var models = new ModelChoice(null, null);
        LoadedRequirements loaded = RequirementLoader.load(
                folder != null ? folder : Shown.from(checkout.requirements()),
                models.specification(),
                models.choose(List.of(), true),
                SourceTree.of(checkout.home()));
        List<RequirementList> chosen = choose(loaded.lists());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(RequirementMatrix.json(chosen));
        } else {
            chosen.forEach(list -> RequirementMatrix.print(list, out));
        }
        loaded.diagnostics().forEach(out::println);
        boolean isFaulty = loaded.diagnostics().stream().anyMatch(Diagnostic::isError);
        boolean isMissing =
                missing && chosen.stream().anyMatch(list -> !list.requirements().isEmpty());
        return isFaulty || isMissing ? ExitCode.FALSE : ExitCode.DONE;
    }

    private List<RequirementList> choose(List<RequirementList> all) {
        List<String> known = all.stream()
                .flatMap(list -> list.requirements().stream())
                .map(Requirement::id)
                .toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw Fault.badInput("there is no requirement " + id, Spelling.advice(id, known));
            }
        }
        var chosen = new ArrayList<RequirementList>();
        for (RequirementList list : all) {
            List<Requirement> some = list.requirements().stream()
                    .filter(one -> ids.isEmpty() || ids.contains(one.id()))
                    .filter(one -> !missing || one.answer() instanceof Requirement.Open)
                    .toList();
            chosen.add(new RequirementList(list.name(), list.title(), list.rfc(), some));
        }
        return chosen;
    }
}
