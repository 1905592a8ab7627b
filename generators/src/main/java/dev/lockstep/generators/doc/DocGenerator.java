package dev.lockstep.generators.doc;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.template.Templates;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.StatePairs;
import dev.lockstep.spec.requirements.RequirementList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the pages: {@code index.html}, one for each protocol, procedure, list of requirements and model.
 *
 * <p>They need no server and no script, and each row can be linked to: {@code tcp-close.html#close-last}.
 */
public final class DocGenerator {

    private final Templates templates = new Templates(DocGenerator.class, "doc.stg");
    private final Specification specification;
    private final List<RequirementList> requirements;
    private final List<Model> models;
    private final List<StatePairs> pairs;

    /** @param pairs of states that the models reach, by protocol */
    public DocGenerator(
            Specification specification,
            List<RequirementList> requirements,
            List<Model> models,
            List<StatePairs> pairs) {
        this.specification = specification;
        this.requirements = requirements;
        this.models = models;
        this.pairs = pairs;
    }

    /** All pages; the same tables give the same bytes. */
    public List<GeneratedFile> generate() {
        var links = new Links(specification, requirements);
        List<GeneratedFile> pages = new ArrayList<>();
        pages.add(page("index", IndexPage.of(specification, requirements, models)));
        for (Protocol protocol : specification.protocols()) {
            pages.add(page("protocol", ProtocolPage.of(protocol, links, pairs)));
            for (Procedure procedure : protocol.procedures()) {
                pages.add(page("procedure", ProcedurePage.of(protocol, procedure, links)));
            }
        }
        requirements.forEach(list -> pages.add(page("requirements", RequirementsPage.of(list, links))));
        models.forEach(model -> pages.add(page("model", ModelPage.of(model))));
        pages.add(new GeneratedFile("style.css", style()));
        return pages;
    }

    private GeneratedFile page(String template, Page page) {
        return new GeneratedFile(page.file(), templates.render(template, "p", (Record) page));
    }

    private static String style() {
        try (InputStream css = DocGenerator.class.getResourceAsStream("style.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
