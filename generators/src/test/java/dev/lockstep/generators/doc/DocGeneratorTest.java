package dev.lockstep.generators.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.LoadedModels;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import dev.lockstep.spec.requirements.RequirementList;
import dev.lockstep.spec.requirements.RequirementLoader;
import dev.lockstep.spec.requirements.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocGeneratorTest {

    private static final Specification TABLES =
            SpecificationLoader.load(Path.of("../spec/tables")).orThrow();
    private static final LoadedModels LOADED = ModelLoader.load(Path.of("../spec/models"), TABLES);
    private static final List<Model> MODELS = LOADED.orThrow();
    private static final List<RequirementList> LISTS = RequirementLoader.load(
                    Path.of("../spec/requirements"), TABLES, MODELS, SourceTree.of(Path.of("..")))
            .lists();
    private static final Map<String, String> PAGES = new DocGenerator(TABLES, LISTS, MODELS, LOADED.pairs())
            .generate().stream().collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::text));

    @Test
    void everyRowHasAnAddress() {
        for (Protocol protocol : TABLES.protocols()) {
            protocol.procedures()
                    .forEach(procedure -> procedure.steps().stream()
                            .flatMap(step -> step.rows().stream())
                            .map(Row::id)
                            .forEach(id -> assertThat(PAGES.get(Links.page(protocol, procedure)))
                                    .contains("<article id=\"" + id + "\">")));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        PAGES.forEach((page, text) -> matches("href=\"([^\"]+)\"", text)
                .map(found -> found.group(1))
                .filter(href -> !href.startsWith("https://www.rfc-editor.org/rfc/"))
                .filter(href -> !leadsSomewhere(page, href))
                .forEach(href -> broken.add(page + " -> " + href)));
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(String page, String href) {
        String[] parts = href.split("#", 2);
        String target = PAGES.get(parts[0].isEmpty() ? page : parts[0]);
        return target != null && (parts.length == 1 || target.contains("id=\"" + parts[1] + "\""));
    }

    @Test
    void idsOfAPageAreDistinctAndItsTagsAreClosed() {
        PAGES.forEach((page, text) -> {
            Set<String> seen = new HashSet<>();
            assertThat(matches(" id=\"([^\"]+)\"", text)
                            .map(found -> found.group(1))
                            .filter(id -> !seen.add(id)))
                    .as(page)
                    .isEmpty();
            for (String tag : List.of("table", "tr", "td", "section", "article", "pre", "a", "svg")) {
                assertThat(matches("<" + tag + "[ >]", text).count())
                        .as(page + " " + tag)
                        .isEqualTo(matches("</" + tag + ">", text).count());
            }
        });
    }

    @Test
    void theDiagramHasEveryStateAndLeadsToRows() {
        String page = PAGES.get("tcp.html");
        String diagram = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
        TABLES.protocol("tcp").states().forEach(state -> assertThat(diagram).contains(">" + state.name() + "<"));
        assertThat(diagram).contains("tcp-segment-arrives.html#ack-established", "tcp-close.html#close-last");
    }

    @Test
    void everyPairOfStatesThatIsReachedLeadsToItsReasonAndNoOtherDoes() {
        String page = PAGES.get("tcp.html");
        assertThat(page)
                .contains("<td title=\"LISTEN / SYN-SENT\" class=\"next\"><a href=\"#pair-LISTEN-SYN-SENT\">")
                .contains("<td title=\"SYN-SENT / LISTEN\" class=\"next\"><a href=\"#pair-LISTEN-SYN-SENT\">")
                .contains("<td title=\"CLOSE-WAIT / TIME-WAIT\"></td>");
        assertThat(matches("<tr id=\"pair-[^>]+><th>[^<]+</th><th>[^<]+</th><td>[^<]+</td>", page)
                        .count())
                .isEqualTo(LOADED.pairs().getFirst().pairs().size());
        assertThat(PAGES.get("ip.html")).doesNotContain("Both ends at once");
    }

    @Test
    void theSameTablesGiveTheSamePages() {
        assertThat(new DocGenerator(TABLES, LISTS, MODELS, LOADED.pairs()).generate())
                .allMatch(page -> page.text().equals(PAGES.get(page.path())));
    }

    @Test
    void statesAreAbbreviatedAsInTheField() {
        var abbreviations = new Abbreviations(TABLES.protocol("tcp").states());
        assertThat(TABLES.protocol("tcp").states().stream().map(abbreviations::of))
                .containsExactly("CL", "LI", "SS", "SR", "ES", "F1", "F2", "CW", "CG", "LA", "TW");
    }

    private static java.util.stream.Stream<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
