package dev.lockstep.generators.tla;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands above an operator: where it is in the tables, what the RFC calls it, and why. In ASCII, as TLA+ has it. */
final class Comments {

    private static final int WIDTH = 96;

    private Comments() {}

    /** A row without an RFC section of its own has that of its step, or of its procedure. */
    static List<String> of(Procedure procedure, Step step, Row row) {
        String rfc = Stream.of(row.rfc(), step.rfc(), procedure.rfc())
                .filter(section -> !section.isBlank())
                .findFirst()
                .orElse("");
        return of(row.note(), rfc, row.place());
    }

    static List<String> of(Step step) {
        var lines = new ArrayList<String>();
        lines.add("The step " + step.name() + ": " + place(step.place())
                + (step.rfc().isBlank() ? "" : ", " + rfc(step.rfc())));
        lines.addAll(wrapped(step.note()));
        return lines;
    }

    /** What a parameter means, on one line, and where it comes from. */
    static String of(Parameter parameter) {
        return Stream.of(
                        ascii(parameter.about()),
                        parameter.rfc().isBlank()
                                ? ""
                                : (parameter.about().isBlank() ? "" : "; ") + rfc(parameter.rfc()))
                .collect(Collectors.joining())
                .strip();
    }

    static List<String> of(String about, String rfc, Place place) {
        var lines = new ArrayList<String>();
        lines.add(place(place) + (rfc.isBlank() ? "" : ", " + rfc(rfc)));
        lines.addAll(wrapped(about));
        return lines;
    }

    static List<String> heading(Procedure procedure) {
        var lines = new ArrayList<String>();
        lines.add(procedure.name() + ": " + place(procedure.place())
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

    /** Where something stands in the tables, wherever these are: {@code tcp/abort.yaml:7}. */
    static String place(Place place) {
        return file(place) + ":" + place.line();
    }

    /** A file of tables or models with its folder: {@code models/open.yaml}. */
    static String file(Place place) {
        Path path = Path.of(place.file());
        int names = path.getNameCount();
        return path.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
    }
}
