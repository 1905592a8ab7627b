package dev.lockstep.generators.tla;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import java.util.ArrayList;
import java.util.List;

/** What stands above an operator: where it is in the tables, what the RFC calls it, and why. In ASCII, as TLA+ has it. */
final class Comments {

    private static final int WIDTH = 96;

    private Comments() {}

    static List<String> of(Row row) {
        return of(row.note(), row.rfc(), row.place());
    }

    static List<String> of(String about, String rfc, Place place) {
        var lines = new ArrayList<String>();
        lines.add(ProtocolModule.place(place) + (rfc.isBlank() ? "" : ", " + rfc(rfc)));
        lines.addAll(wrapped(about));
        return lines;
    }

    static List<String> heading(Procedure procedure) {
        var lines = new ArrayList<String>();
        lines.add(procedure.name() + ": " + ProtocolModule.place(procedure.place())
                + (procedure.rfc().isBlank() ? "" : ", " + rfc(procedure.rfc())));
        lines.addAll(wrapped(procedure.note()));
        return lines;
    }

    private static String rfc(String rfc) {
        return ascii("RFC " + rfc);
    }

    static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : ascii(text).strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** SANY reads bytes, and a comment that it cuts off must not end the module. */
    static String ascii(String text) {
        return text.replace("§", "section ")
                .replaceAll("[^\\x00-\\x7F]", "?")
                .replace("(*", "( *")
                .replace("*)", "* )");
    }
}
