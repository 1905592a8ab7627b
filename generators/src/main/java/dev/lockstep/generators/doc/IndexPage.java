package dev.lockstep.generators.doc;

import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.requirements.Requirement;
import dev.lockstep.spec.requirements.RequirementList;
import java.util.List;

/** The first page: what there is. */
record IndexPage(String file, List<Entry> protocols, List<Entry> lists, List<Entry> models) implements Page {

    /** A link with what it leads to. */
    record Entry(String href, String title, String about) {}

    static IndexPage of(Specification specification, List<RequirementList> lists, List<Model> models) {
        return new IndexPage(
                "index.html",
                specification.protocols().stream()
                        .map(protocol -> new Entry(
                                Links.page(protocol),
                                protocol.title(),
                                protocol.procedures().size() + " procedures, "
                                        + protocol.procedures().stream()
                                                .flatMap(procedure -> procedure.steps().stream())
                                                .mapToInt(step -> step.rows().size())
                                                .sum()
                                        + " rows"))
                        .toList(),
                lists.stream()
                        .map(list -> new Entry(Links.page(list), list.title(), counts(list)))
                        .toList(),
                models.stream()
                        .map(model -> new Entry(Links.page(model), model.title(), model.about()))
                        .toList());
    }

    static String counts(RequirementList list) {
        long kept = list.requirements().stream()
                .filter(one -> one.answer() instanceof Requirement.Kept)
                .count();
        long no = list.requirements().stream()
                .filter(one -> one.answer() instanceof Requirement.NotOurs)
                .count();
        int all = list.requirements().size();
        return "%d requirements: %d kept, %d not for us, %d to be done".formatted(all, kept, no, all - kept - no);
    }
}
