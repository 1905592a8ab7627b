package dev.lockstep.generators.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.Golden;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The modules of the protocols and of the models, for reviewers to read: a change of a table or of a model shows as a change of
 * TLA+. After one, write it anew and look at the difference:
 *
 * <pre>mvn -pl generators -am test -Dtest=GoldenTest -Dgolden.update=true</pre>
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/tla");
    private static final Path CHECKOUT = Path.of(System.getProperty("lockstep.home", ".."));
    private static final Path TOY = Path.of("src/test/resources/tables");

    /** IPv4 and ICMP echo have no states, hence no behaviour over time and no module. */
    @Test
    void theTablesOfTheProject() throws IOException {
        Map<String, String> modules = protocols(CHECKOUT.resolve("spec"));
        assertThat(modules).containsOnlyKeys("Tcp.tla");
        Golden.compare(modules, GOLDEN.resolve("tables"));
    }

    /**
     * A model that leaves nothing out has the protocol's module as it is; that is not written down once more, nor are the deep
     * ones, which differ in figures.
     */
    @Test
    void theModelsOfTheProject() throws IOException {
        Golden.compare(models(CHECKOUT.resolve("spec")), GOLDEN.resolve("models"));
    }

    /** Everything that is hard to make TLA+ of, and once more with guards that have become free choices. */
    @Test
    void theToyTables() throws IOException {
        Protocol toy = SpecificationLoader.load(TOY).orThrow().protocols().getFirst();
        Golden.compare(
                Map.of(
                        "Toy.tla", module(toy, Set.of()),
                        "ToyWithoutK.tla", module(toy, Set.of("K"))),
                GOLDEN.resolve("toy"));
    }

    /** What holds a recorded run against the tables. */
    @Test
    void recordedRuns() throws IOException {
        Protocol tcp = tables(CHECKOUT.resolve("spec")).protocols().stream()
                .filter(one -> one.name().equals("tcp"))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = tcp.parameters().stream()
                .collect(Collectors.toMap(Parameter::name, parameter -> switch (parameter.type()) {
                    case Type.Enumeration enumeration -> enumeration.values().getLast();
                    case Type.SetOf ignored -> "";
                    case Type.Simple simple -> simple == Type.Simple.FLAG ? "true" : "1";
                }));
        var files = new TreeMap<String, String>();
        RunGenerator.generate(tcp, values).stream()
                .filter(file -> file.path().startsWith(RunGenerator.MODULE))
                .forEach(file -> files.put(file.path(), file.text()));
        Golden.compare(files, GOLDEN.resolve("run"));
    }

    @Test
    void twiceTheSame() {
        Path spec = CHECKOUT.resolve("spec");
        assertThat(protocols(spec)).isEqualTo(protocols(spec));
        assertThat(models(spec)).isEqualTo(models(spec));
    }

    @Test
    void theSameWhereverTheFilesAre() {
        Path spec = CHECKOUT.resolve("spec");
        Path elsewhere = spec.toAbsolutePath().normalize();
        assertThat(protocols(elsewhere)).isEqualTo(protocols(spec));
        assertThat(models(elsewhere)).isEqualTo(models(spec));
    }

    private static String module(Protocol protocol, Set<String> hidden) {
        return TlaGenerator.module(protocol, new Abstraction(hidden)).text();
    }

    private static Map<String, String> protocols(Path spec) {
        var modules = new TreeMap<String, String>();
        for (Protocol protocol : tables(spec).protocols()) {
            TlaGenerator.generate(protocol).forEach(file -> modules.put(file.path(), file.text()));
        }
        return modules;
    }

    private static Map<String, String> models(Path spec) {
        Map<String, String> ofProtocols = protocols(spec);
        var files = new TreeMap<String, String>();
        for (Model model : ModelLoader.load(spec.resolve("models"), tables(spec)).orThrow().stream()
                .filter(one -> one.tier() == Model.Tier.DEFAULT)
                .toList()) {
            List<GeneratedFile> generated = ModelGenerator.generate(model);
            assertThat(ModelGenerator.generateTellingRows(model).getFirst().text())
                    .contains("fired' = w.rows");
            generated.stream()
                    .filter(file -> !file.text().equals(ofProtocols.get(file.path())))
                    .forEach(file -> files.put(model.name() + "/" + file.path(), file.text()));
        }
        return files;
    }

    private static Specification tables(Path spec) {
        return SpecificationLoader.load(spec.resolve("tables")).orThrow();
    }
}
