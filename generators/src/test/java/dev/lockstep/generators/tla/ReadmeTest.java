package dev.lockstep.generators.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code spec/models/README.md} says of the generated modules stands in them. */
class ReadmeTest {

    private static final Path SPEC = Path.of(System.getProperty("lockstep.home", ".."), "spec");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9]+)`");

    @Test
    void everyActionIsOneOfSomeModel() throws IOException {
        Specification tables = SpecificationLoader.load(SPEC.resolve("tables")).orThrow();
        Set<String> actions = ModelLoader.load(SPEC.resolve("models"), tables).orThrow().stream()
                .flatMap(model -> new Actions(model).all().stream())
                .map(ModelModule.ActionView::name)
                .collect(Collectors.toSet());
        actions.add("Done");
        String readme = Files.readString(SPEC.resolve("models/README.md"));
        List<String> shown = readme.substring(readme.indexOf("| action |"))
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> CODE.matcher(cell).results().map((MatchResult name) -> name.group(1)))
                .toList();
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(actions).containsAll(shown);
    }
}
