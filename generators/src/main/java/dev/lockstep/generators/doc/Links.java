package dev.lockstep.generators.doc;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.requirements.Requirement;
import dev.lockstep.spec.requirements.RequirementList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where on the pages each thing stands. */
public final class Links {

    private static final Pattern REFERENCE = Pattern.compile(
            "(?<id>(?:MUST|SHLD|MAY|REC)-\\d+|U-[\\d.]+-\\d+)|(?<rfc>\\d{3,4}) §(?<section>[\\d.]*\\d)");

    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, String> requirements = new HashMap<>();

    /** A piece of text and where it leads to, if anywhere. */
    public record Piece(String text, String href) {}

    public Links(Specification specification, List<RequirementList> lists) {
        specification.protocols().forEach(this::enter);
        for (RequirementList list : lists) {
            for (Requirement one : list.requirements()) {
                requirements.putIfAbsent(one.id(), page(list) + "#" + one.id());
            }
        }
    }

    private void enter(Protocol protocol) {
        for (Procedure procedure : protocol.procedures()) {
            enter(procedure.name(), page(protocol, procedure));
            for (Step step : procedure.steps()) {
                enter(procedure.name() + "/" + step.name(), page(protocol, procedure) + "#" + anchor(step));
                for (Row row : step.rows()) {
                    enter(row.id(), page(protocol, procedure) + "#" + row.id());
                }
            }
        }
        String page = page(protocol);
        protocol.parameters().forEach(one -> enter(one.name(), page + "#" + one.name()));
        protocol.variables().forEach(one -> enter(one.name(), page + "#" + one.name()));
        protocol.timers().forEach(one -> enter(one.name(), page + "#" + one.name()));
        protocol.definitions().forEach(one -> enter(one.name(), page + "#" + one.name()));
        protocol.invariants().forEach(one -> enter(one.id(), page + "#" + one.id()));
    }

    private void enter(String name, String href) {
        entries.putIfAbsent(name, href);
    }

    static String page(Protocol protocol) {
        return protocol.name() + ".html";
    }

    static String page(Protocol protocol, Procedure procedure) {
        return protocol.name() + "-" + procedure.name() + ".html";
    }

    static String page(RequirementList list) {
        return "requirements-" + list.name() + ".html";
    }

    static String page(Model model) {
        return "model-" + model.name() + ".html";
    }

    static String anchor(Step step) {
        return "step-" + step.name();
    }

    /** An entry of the tables by its name. */
    public Piece entry(String name) {
        return new Piece(name, entries.getOrDefault(name, ""));
    }

    /** What stands under {@code rfc:}, cut into pieces that lead to requirements and sections. */
    List<Piece> reference(String rfc) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(rfc);
        int done = 0;
        while (matcher.find()) {
            pieces.add(new Piece(rfc.substring(done, matcher.start()), ""));
            pieces.add(new Piece(matcher.group(), target(matcher)));
            done = matcher.end();
        }
        pieces.add(new Piece(rfc.substring(done), ""));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private String target(Matcher matcher) {
        return matcher.group("id") != null
                ? requirements.getOrDefault(matcher.group("id"), "")
                : section(matcher.group("rfc"), matcher.group("section"));
    }

    /** A section on the pages of the RFC's editor. */
    static String section(String rfc, String section) {
        return "https://www.rfc-editor.org/rfc/rfc" + rfc + "#section-" + section;
    }
}
