package dev.lockstep.generators.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.tla.slice.Slice;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import dev.lockstep.spec.proof.ProofReport;
import dev.lockstep.spec.proof.Prover;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What proofs rely on and what is not proved itself, every model checks where it is relied on: an invariant that is stated between
 * events (in the middle of one it has to be proved, L210), the range of a size at every row that assigns one.
 */
class AssumptionsTest {

    private static final Path SPEC = Path.of(System.getProperty("lockstep.home", ".."), "spec");
    private static final String SIZE = "size-of-";

    private static Specification tables;
    private static List<Model> models;
    private static ProofReport proofs;

    @BeforeAll
    static void prove() {
        tables = SpecificationLoader.load(SPEC.resolve("tables")).orThrow();
        models = ModelLoader.load(SPEC.resolve("models"), tables).orThrow();
        proofs = Prover.prove(tables, Path.of("target", "proofs"));
    }

    /** Named in spec/README.md. */
    @Test
    void thoseThatAreNotProved() {
        assertThat(proofs.holds()).isTrue();
        assertThat(proofs.assumed())
                .extracting(ProofReport.Assumed::invariant)
                .containsExactlyInAnyOrder(
                        "inv-owed", "inv-at-once", "size-of-CWND", "size-of-RCV.UNREAD", "size-of-RCV.WND");
    }

    @Test
    void areCheckedByEveryModel() {
        for (ProofReport.Assumed assumed : proofs.assumed()) {
            for (Model model : models) {
                assertThat(isChecked(assumed.invariant(), model))
                        .as("%s in the model %s", assumed.invariant(), model.name())
                        .isTrue();
            }
        }
    }

    @Test
    void aStatedInvariantIsCheckedBetweenEvents() {
        for (Model model : models) {
            assertThat(model.protocol().invariants().stream()
                            .map(Invariant::id)
                            // Of parameters alone, and no model has times: told when they are read (L408).
                            .filter(id -> !id.startsWith("profile-")))
                    .allMatch(id -> isChecked(id, model), "checked in " + model.name());
        }
    }

    /** That a row which assigns a size looks at it shows in its operator. */
    @Test
    void everyRowThatAssignsASizeLooksAtIt() {
        Model transfer = models.stream()
                .filter(model -> model.name().equals("transfer"))
                .findFirst()
                .orElseThrow();
        assertThat(assigning("CWND", transfer)).extracting(Row::id).contains("newreno-avoidance", "newreno-collapse");
        assertThat(assigning("RCV.UNREAD", transfer)).extracting(Row::id).contains("gather-held");
        assertThat(file(transfer, "Tcp.tla")).doesNotContainPattern("Fire\\(w,\\s*\"gather-held\"");
    }

    private static boolean isChecked(String invariant, Model model) {
        String config = file(model, ModelGenerator.moduleName(model) + ".cfg");
        if (!invariant.startsWith(SIZE)) {
            return invariant(model.protocol(), invariant) != null
                    && config.contains(
                            "\n  " + ModelGenerator.operatorName(invariant(model.protocol(), invariant)) + "\n");
        }
        String size = Identifiers.flat(invariant.substring(SIZE.length()));
        String module = file(model, ProtocolModule.name(model.protocol()) + ".tla");
        return config.contains("\n  TypeOK\n")
                && operator(module, "IsTcb(tcb)").contains("/\\ tcb." + size + " \\in Sizes\n")
                && assigning(invariant.substring(SIZE.length()), model).allMatch(row -> looksAt(size, row, module));
    }

    /** The rows in the model's module that assign the variable. */
    private static Stream<Row> assigning(String variable, Model model) {
        return Slice.of(model).protocol().procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .flatMap(step -> step.rows().stream())
                .filter(row -> row.actions().stream()
                        .anyMatch(action -> action instanceof Statement.Assign assign
                                && assign.variable().name().equals(variable)));
    }

    private static boolean looksAt(String size, Row row, String module) {
        Matcher fires =
                Pattern.compile("FireWithSizes\\(w,\\s*\"" + row.id() + "\"").matcher(module);
        return fires.find()
                && module.substring(fires.end(), module.indexOf("\n\n", fires.end()))
                        .contains("\"" + size + "\"");
    }

    private static Invariant invariant(Protocol protocol, String id) {
        return protocol.invariants().stream()
                .filter(invariant -> invariant.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The definition, up to the next empty line. */
    private static String operator(String module, String name) {
        int begin = module.indexOf("\n" + name + " ==\n");
        return module.substring(begin, module.indexOf("\n\n", begin)) + "\n";
    }

    private static String file(Model model, String name) {
        return ModelGenerator.generate(model).stream()
                .filter(file -> file.path().equals(name))
                .map(GeneratedFile::text)
                .findFirst()
                .orElseThrow();
    }
}
