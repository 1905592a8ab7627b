package dev.lockstep.spec.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code spec/models/README.md} calls a key or a name is one, and each of them stands there. */
class ReadmeTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** {@code about} may stand everywhere. */
    @Test
    void everyKeyOfAModel() throws IOException {
        assertThat(firstColumn("Keys").filter(key -> !key.equals("about")).toList())
                .containsExactlyInAnyOrderElementsOf(ModelReader.KEYS);
    }

    @Test
    void everyNameInClaims() throws IOException {
        Protocol tcp = SpecificationLoader.load(Path.of("tables")).orThrow().protocols().stream()
                .filter(protocol -> protocol.name().equals("tcp"))
                .findFirst()
                .orElseThrow();
        List<String> known = Observables.of(tcp).stream().map(Symbol::name).toList();
        List<String> shown = firstColumn("Claims")
                .map(name -> name.replaceFirst("^A\\.", ""))
                .toList();
        assertThat(known).containsAll(shown);
        assertThat(shown.stream().map(ReadmeTest::family))
                .containsAll(known.stream().map(ReadmeTest::family).toList());
    }

    /** One of {@code CALLS.CLOSE}, {@code CALLS.OPEN} and so on stands for all. */
    private static String family(String name) {
        return name.replaceFirst("\\..*", "");
    }

    @Test
    void everyModel() throws IOException {
        List<Model> models = ModelLoader.load(
                        Path.of("models"),
                        SpecificationLoader.load(Path.of("tables")).orThrow())
                .orThrow();
        assertThat(section("")
                        .lines()
                        .filter(line -> line.startsWith("| ["))
                        .map(line -> line.replaceFirst("\\| \\[([\\w-]+)].*", "$1")))
                .containsExactlyInAnyOrderElementsOf(models.stream()
                        .filter(model -> model.tier() == Model.Tier.DEFAULT)
                        .map(Model::name)
                        .toList());
    }

    /** What stands as code in the first cells of the section's table. */
    private static Stream<String> firstColumn(String heading) throws IOException {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.indexOf('|', 1)))
                .flatMap(cell -> CODE.matcher(cell).results().map(name -> name.group(1)));
    }

    /** The text below a heading up to the next; all before the first heading for none. */
    private static String section(String heading) throws IOException {
        String text = Files.readString(Path.of("models/README.md"));
        int begin = heading.isEmpty() ? 0 : text.indexOf("\n## " + heading + "\n") + 1;
        assertThat(begin).as(heading).isGreaterThanOrEqualTo(heading.isEmpty() ? 0 : 1);
        int end = text.indexOf("\n## ", begin);
        return text.substring(begin, end < 0 ? text.length() : end);
    }
}
