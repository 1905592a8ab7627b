package dev.lockstep.spec.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model and its variant for the deep tier, from one file. */
class DeepVariantTest {

    private static final Specification TABLES =
            SpecificationLoader.load(Path.of("tables")).orThrow();

    private static final String MODEL = """
            model: two
            title: Two ends
            protocol: tcp
            modulus: 16
            parameters: {R1: 1, R2: 2}
            endpoints:
              A:
                offers: {ISN: 15}
                calls:
                  OPEN: {times: 1, with: {CALL.OPENING: active}, in: [CLOSED]}
                  CLOSE: {times: 1}
              B: {offers: {ISN: 7}}
            faults: 1
            done: [A.STATE = CLOSED]
            invariants:
            - {id: first, is: A.INTACT}
            - {id: second, is: B.INTACT}
            distinct: 100
            """;

    private static final String DEEP = """
            deep:
              parameters: {R2: 3}
              endpoints:
                A:
                  calls:
                    OPEN: {times: 2}
                    ABORT: {times: 1}
              faults: 2
              done: [A.STATE = CLOSED, B.STATE = CLOSED]
              invariants:
              - {id: third, is: A.BOUND}
              - {id: second, is: EACH.INTACT}
              distinct: 2000
            """;

    @TempDir
    private Path folder;

    private LoadedModels load(String text) throws IOException {
        Files.writeString(folder.resolve("two.yaml"), text);
        return ModelLoader.load(folder, TABLES);
    }

    private static String value(Model model, String parameter) {
        return model.parameters().stream()
                .filter(setting -> setting.symbol().name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .value()
                .toString();
    }

    private static UserCall call(Model model, String name) {
        return model.endpoints().getFirst().calls().stream()
                .filter(call -> call.event().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mappingsAreJoined() throws IOException {
        LoadedModels loaded = load(MODEL + DEEP);
        assertThat(loaded.diagnostics()).isEmpty();
        Model model = loaded.model("two");
        Model deep = loaded.model("two-deep");
        assertThat(deep.tier()).isEqualTo(Model.Tier.DEEP);
        assertThat(deep.title()).isEqualTo("Two ends (deep)");
        assertThat(deep.faults()).isEqualTo(2);
        assertThat(value(deep, "R1")).isEqualTo(value(model, "R1"));
        assertThat(value(deep, "R2")).isNotEqualTo(value(model, "R2"));
        assertThat(call(deep, "OPEN").times()).isEqualTo(2);
        assertThat(call(deep, "OPEN").states()).as("as the model has it").hasSize(1);
        assertThat(call(deep, "CLOSE").times()).isEqualTo(1);
        assertThat(call(deep, "ABORT").times()).isEqualTo(1);
        assertThat(deep.done()).hasSize(2);
    }

    @Test
    void claimsAreJoinedByTheirIds() throws IOException {
        Model deep = load(MODEL + DEEP).model("two-deep");
        assertThat(deep.invariants()).extracting(Claim::id).containsExactly("first", "second", "third");
        assertThat(deep.invariants().get(1).place().line())
                .as("the variant's own")
                .isEqualTo(30);
        assertThat(deep.invariants().getFirst().place().line()).isEqualTo(16);
    }

    @Test
    void theModelItselfStaysAsItIs() throws IOException {
        Model with = load(MODEL + DEEP).model("two");
        Model without = load(MODEL).model("two");
        assertThat(with.toString()).isEqualTo(without.toString());
        assertThat(with.distinct()).isEqualTo(OptionalLong.of(100));
    }

    /** The count of the model would be wrong of it. */
    @Test
    void theVariantHasACountOfItsOwn() throws IOException {
        assertThat(load(MODEL + DEEP).model("two-deep").distinct()).isEqualTo(OptionalLong.of(2000));
        assertThat(load(MODEL + DEEP.replace("  distinct: 2000\n", ""))
                        .model("two-deep")
                        .distinct())
                .isEmpty();
    }

    @Test
    void aFaultInTheVariantIsToldWhereItStands() throws IOException {
        assertThat(load(MODEL + DEEP.replace("R2: 3", "R3: 3")).diagnostics())
                .singleElement()
                .satisfies(fault -> assertThat(fault.place().line()).isEqualTo(20));
    }

    @Test
    void aFaultInTheModelIsToldOnce() throws IOException {
        assertThat(load(MODEL.replace("CLOSE: {times: 1}", "CLOSE: {times: 1, times0: 1}") + DEEP)
                        .diagnostics())
                .hasSize(1);
    }

    @Test
    void anotherModelOfItsName() throws IOException {
        Files.writeString(folder.resolve("two-deep.yaml"), MODEL.replace("model: two", "model: two-deep"));
        assertThat(load(MODEL + DEEP).diagnostics())
                .singleElement()
                .asString()
                .contains("there are two models two-deep");
    }
}
