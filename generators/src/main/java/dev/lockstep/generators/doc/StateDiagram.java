package dev.lockstep.generators.doc;

import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

/** The states of a protocol and the rows that lead from one to the other, drawn by PlantUML with its own layout. */
final class StateDiagram {

    private StateDiagram() {}

    /** SVG to stand inside a page. */
    static String svg(Protocol protocol) {
        var bytes = new ByteArrayOutputStream();
        try {
            new SourceStringReader(source(protocol)).outputImage(bytes, new FileFormatOption(FileFormat.SVG));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceFirst("^<\\?xml.*?\\?>", "")
                .replaceFirst("<\\?plantuml.*?\\?>", "");
    }

    static String source(Protocol protocol) {
        var text = new StringBuilder(
                "@startuml\n!pragma layout smetana\nhide empty description\nskinparam shadowing false\n");
        text.append("skinparam backgroundColor transparent\nskinparam defaultFontName sans-serif\n");
        for (State state : protocol.states()) {
            text.append("state \"")
                    .append(state.name())
                    .append("\" as ")
                    .append(name(state))
                    .append('\n');
        }
        text.append("[*] --> ").append(name(protocol.start())).append('\n');
        edges(protocol)
                .forEach((edge, label) ->
                        text.append(edge).append(" : ").append(label).append('\n'));
        return text.append("@enduml\n").toString();
    }

    /**
     * Whether a row ends the connection from several states: a reset, an abort, giving up. Their arrows would hide the others.
     */
    static boolean endsFromMany(Protocol protocol, Row row) {
        return row.states().size() > 1
                && row.to().filter(protocol.start()::equals).isPresent();
    }

    /** One arrow for all rows from one state to another, with a row on each line. */
    private static Map<String, String> edges(Protocol protocol) {
        Map<String, String> edges = new LinkedHashMap<>();
        for (Procedure procedure : protocol.procedures()) {
            for (Step step : procedure.steps()) {
                for (Row row : step.rows()) {
                    boolean isDrawn = !endsFromMany(protocol, row);
                    row.to()
                            .filter(to -> isDrawn)
                            .ifPresent(to -> row.states().stream()
                                    .filter(from -> !from.equals(to))
                                    .forEach(from -> edges.merge(
                                            name(from) + " --> " + name(to),
                                            "[[" + Links.page(protocol, procedure) + "#" + row.id() + " " + row.id()
                                                    + "]]",
                                            (one, other) -> one + "\\n" + other)));
                }
            }
        }
        return edges;
    }

    private static String name(State state) {
        return state.name().replace('-', '_');
    }
}
