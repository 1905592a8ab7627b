package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a code means, what a row says, what happens in a state, what a name stands for. */
@Command(
        name = "explain",
        description =
                "Explain a code of lint (L203) or replay (R109), a row (rst-challenge), a state (LAST-ACK) or a name (SND.UNA).")
final class ExplainVerb implements Callable<Integer> {

    @Parameters(paramLabel = "CODE|ROW-ID|STATE|NAME", description = "What to explain.")
    private String subject;

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Code> code = Code.byId(subject);
        if (code.isPresent()) {
            out.println(code.get().explanation().strip());
            return ExitCode.DONE;
        }
        if (ReplayCodes.print(subject, out)) {
            return ExitCode.DONE;
        }
        Specification specification = load();
        boolean isFound = false;
        for (Protocol protocol : specification.protocols()) {
            isFound |= explainRow(protocol, out);
            isFound |= explainState(protocol, out);
            isFound |= NameExplanation.print(protocol, subject, out);
        }
        if (!isFound) {
            throw Fault.badInput("there is no code, row, state or name `" + subject + "`", advice(specification));
        }
        return ExitCode.DONE;
    }

    private Specification load() {
        Loaded loaded = SpecificationLoader.load(
                tables != null ? tables : Shown.from(Checkout.locate().tables()));
        return loaded.specification()
                .orElseThrow(() -> Fault.badInput(
                        "the tables have errors, so there may be no such row or state",
                        "./lockstep lint --no-proofs" + (tables == null ? "" : " --tables " + tables)));
    }

    private boolean explainRow(Protocol protocol, PrintWriter out) {
        for (Procedure procedure : protocol.procedures()) {
            for (Step step : procedure.steps()) {
                for (Row row : step.rows()) {
                    if (row.id().equals(subject)) {
                        RowExplanation.print(protocol, procedure, step, row, out);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean explainState(Protocol protocol, PrintWriter out) {
        for (State state : protocol.states()) {
            if (state.name().equalsIgnoreCase(subject)) {
                StateExplanation.print(protocol, state, out);
                return true;
            }
        }
        return false;
    }

    private String advice(Specification specification) {
        var known = new TreeSet<String>();
        for (Code code : Code.values()) {
            known.add(code.id());
        }
        known.addAll(ReplayCodes.all());
        for (Protocol protocol : specification.protocols()) {
            protocol.states().forEach(state -> known.add(state.name()));
            known.addAll(NameExplanation.names(protocol));
            for (Procedure procedure : protocol.procedures()) {
                procedure.steps().forEach(step -> step.rows().forEach(row -> known.add(row.id())));
            }
        }
        return Spelling.closest(subject, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("./lockstep lint names codes and rows; spec/tables holds them all");
    }
}
