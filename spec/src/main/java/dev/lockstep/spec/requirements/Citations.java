package dev.lockstep.spec.requirements;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of a protocol's tables that may keep a requirement, and which ones they say they keep: rows, procedures, steps
 * ({@code procedure/step}), parameters, variables, timers, definitions and invariants.
 */
final class Citations {

    private static final Pattern ID = Pattern.compile("(?:MUST|SHLD|MAY|REC)-\\d+|U-[\\d.]+-\\d+");

    /** What stands under {@code rfc:}, by the entry's name. */
    private final Map<String, Cited> entries = new LinkedHashMap<>();

    private record Cited(String rfc, Place place) {}

    Citations(Protocol protocol) {
        for (Procedure procedure : protocol.procedures()) {
            enter(procedure.name(), procedure.rfc(), procedure.place());
            for (Step step : procedure.steps()) {
                enter(procedure.name() + "/" + step.name(), step.rfc(), step.place());
                for (Row row : step.rows()) {
                    enter(row.id(), row.rfc(), row.place());
                }
            }
        }
        protocol.parameters().forEach(one -> enter(one.name(), one.rfc(), one.place()));
        protocol.variables().forEach(one -> enter(one.name(), one.rfc(), one.place()));
        protocol.timers().forEach(one -> enter(one.name(), one.rfc(), one.place()));
        protocol.definitions().forEach(one -> enter(one.name(), one.rfc(), one.place()));
        protocol.invariants().forEach(one -> enter(one.id(), "", one.place()));
        protocol.events().forEach(one -> enter(one.name(), "", one.place()));
    }

    private void enter(String name, String rfc, Place place) {
        entries.putIfAbsent(name, new Cited(rfc, place));
    }

    Set<String> names() {
        return entries.keySet();
    }

    Optional<Place> place(String name) {
        return Optional.ofNullable(entries.get(name)).map(Cited::place);
    }

    /** The requirements of this RFC that an entry names: {@code rfc: "9293 MUST-36 SHLD-29; 6298 §5.1"}. */
    Set<String> citedBy(String name, String rfc) {
        var ids = new LinkedHashSet<String>();
        for (String part : entries.get(name).rfc().split(";")) {
            if (List.of(part.trim().split("[ ,]+")).contains(rfc)) {
                Matcher found = ID.matcher(part);
                while (found.find()) {
                    ids.add(found.group());
                }
            }
        }
        return ids;
    }
}
