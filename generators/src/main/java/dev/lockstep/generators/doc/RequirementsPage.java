package dev.lockstep.generators.doc;

import dev.lockstep.spec.requirements.Requirement;
import dev.lockstep.spec.requirements.RequirementList;
import java.util.List;

/** The matrix of requirements. */
record RequirementsPage(String file, String title, String rfc, String counts, List<Line> lines) implements Page {

    /**
     * A requirement.
     *
     * @param state {@code kept}, {@code not} or {@code open}
     * @param why the reason against, or what is missing
     */
    record Line(
            String id,
            String level,
            String section,
            String href,
            String feature,
            String says,
            String state,
            String why,
            String note,
            List<Links.Piece> tables,
            List<String> mechanism,
            List<String> claims,
            List<String> tests) {}

    static RequirementsPage of(RequirementList list, Links links) {
        return new RequirementsPage(
                Links.page(list),
                list.title(),
                list.rfc(),
                IndexPage.counts(list),
                list.requirements().stream().map(one -> line(list, one, links)).toList());
    }

    private static Line line(RequirementList list, Requirement one, Links links) {
        return new Line(
                one.id(),
                one.level().word(),
                one.section(),
                Links.section(list.rfc(), one.section().split(";")[0]),
                one.feature(),
                one.says(),
                state(one.answer()),
                why(one.answer()),
                one.note(),
                one.kept().tables().stream().map(links::entry).toList(),
                one.kept().mechanism(),
                one.kept().claims(),
                one.kept().tests());
    }

    private static String state(Requirement.Answer answer) {
        return switch (answer) {
            case Requirement.Kept kept -> "kept";
            case Requirement.NotOurs no -> "not";
            case Requirement.Open open -> "open";
        };
    }

    private static String why(Requirement.Answer answer) {
        return switch (answer) {
            case Requirement.Kept kept -> "";
            case Requirement.NotOurs no -> "not for us: " + no.reason();
            case Requirement.Open open -> "to be done: " + open.missing();
        };
    }
}
