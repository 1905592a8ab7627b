package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads a YAML file into nodes with places, from the parser's events: nothing of YAML's types is ever looked at. */
public final class YamlReader {

    /** Lists and mappings inside each other; the present tables nest 6 deep. */
    static final int DEEPEST = 32;

    /** Nodes of one file; the largest of the present tables has 600. */
    static final int MOST_NODES = 50_000;

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final ParserImpl parser;
    private int nodes;

    private YamlReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.parser = new ParserImpl(new StreamReader(source.text()), new LoaderOptions());
    }

    /**
     * The documents of a file; empty, and a diagnostic, if it cannot be read or is no such YAML. Documents without content
     * are left out.
     *
     * @param shown the file as diagnostics shall name it
     */
    public static Optional<List<Node>> read(Path file, String shown, Diagnostics diagnostics) {
        return TextFile.read(file, shown, diagnostics).flatMap(source -> new YamlReader(source, diagnostics).readAll());
    }

    private Optional<List<Node>> readAll() {
        try {
            return Optional.of(documents());
        } catch (Stop stop) {
            return Optional.empty();
        } catch (MarkedYAMLException fault) {
            Mark mark = fault.getProblemMark() != null ? fault.getProblemMark() : fault.getContextMark();
            Mark context = fault.getContextMark();
            List<Place> also = context == null || context.getIndex() == mark.getIndex()
                    ? List.of()
                    : List.of(source.place(offset(context)));
            diagnostics.add(
                    source.place(offset(mark)), Code.YAML_SYNTAX, describe(fault), also, advice(fault.getProblem()));
        } catch (YAMLException fault) {
            diagnostics.add(source.wholeFile(), Code.YAML_SYNTAX, firstLine(fault.getMessage()), "");
        }
        return Optional.empty();
    }

    private static String describe(MarkedYAMLException fault) {
        String problem = firstLine(fault.getProblem());
        return fault.getContext() == null ? problem : firstLine(fault.getContext()) + ": " + problem;
    }

    private static String firstLine(String text) {
        return text == null ? "this cannot be read" : text.lines().findFirst().orElse("this cannot be read");
    }

    private static String advice(String problem) {
        if (problem != null && problem.contains("mapping values are not allowed")) {
            return "put quotes around text that holds `: `";
        }
        if (problem != null && problem.contains("TAB")) {
            return "indent with spaces";
        }
        return "check quotes, brackets and indentation";
    }

    private List<Node> documents() {
        var documents = new ArrayList<Node>();
        while (true) {
            Event event = parser.getEvent();
            switch (event.getEventId()) {
                case StreamEnd -> {
                    return List.copyOf(documents);
                }
                case StreamStart, DocumentStart, DocumentEnd, Comment -> {}
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd -> {
                    Node document = node(event, 1);
                    if (!(document instanceof Scalar scalar && scalar.text().isEmpty())) {
                        documents.add(document);
                    }
                }
            }
        }
    }

    private Node node(Event event, int depth) {
        checkPlain(event);
        nodes++;
        if (depth > DEEPEST || nodes > MOST_NODES) {
            throw stop(
                    event,
                    Code.YAML_TOO_DEEP,
                    depth > DEEPEST
                            ? "lists and mappings are nested more than " + DEEPEST + " deep"
                            : "this file holds more than %,d keys and values".formatted(MOST_NODES),
                    depth > DEEPEST ? "no table nests deeper than 6" : "divide it");
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> listing(event, depth);
            case MappingStart -> mapping(event, depth);
            case Alias, SequenceEnd, MappingEnd, StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment ->
                throw new IllegalStateException("not a node: " + event);
        };
    }

    private void checkPlain(Event event) {
        if (event instanceof AliasEvent alias) {
            throw stop(
                    event, Code.YAML_NOT_PLAIN, "this is an alias: *" + alias.getAnchor(), "write the thing out here");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw stop(event, Code.YAML_NOT_PLAIN, "this is an anchor: &" + node.getAnchor(), "take it away");
        }
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag != null) {
            throw stop(
                    event,
                    Code.YAML_NOT_PLAIN,
                    "this is a tag: " + tag,
                    "put quotes around text that begins with `!`, and take other tags away");
        }
    }

    private Scalar scalar(ScalarEvent event) {
        return new Scalar(event.getValue(), source, offset(event.getStartMark()), offset(event.getEndMark()));
    }

    private Node listing(Event start, int depth) {
        var items = new ArrayList<Node>();
        for (Event event = parser.getEvent(); !event.is(Event.ID.SequenceEnd); event = parser.getEvent()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Listing(items, source.place(offset(start.getStartMark())));
    }

    private Node mapping(Event start, int depth) {
        Map<String, Scalar> keys = new HashMap<>();
        var entries = new ArrayList<Node.Entry>();
        for (Event event = parser.getEvent(); !event.is(Event.ID.MappingEnd); event = parser.getEvent()) {
            Node key = node(event, depth + 1);
            Node value = node(parser.getEvent(), depth + 1);
            if (!(key instanceof Scalar name)) {
                diagnostics.add(key.place(), Code.WRONG_SHAPE, "a key is text, and this is " + key.kind(), "");
                continue;
            }
            Scalar first = keys.putIfAbsent(name.text(), name);
            if (first == null) {
                entries.add(new Node.Entry(name, value));
            } else {
                diagnostics.add(
                        name.place(),
                        Code.KEY_TWICE,
                        "the key `" + name.text() + "` stands here twice",
                        List.of(first.place()),
                        "take one of them away");
            }
        }
        return new Node.Mapping(entries, source.place(offset(start.getStartMark())));
    }

    private int offset(Mark mark) {
        return mark == null ? 0 : source.offset(mark.getLine(), mark.getColumn());
    }

    private Stop stop(Event event, Code code, String message, String fix) {
        diagnostics.add(source.place(offset(event.getStartMark())), code, message, fix);
        return new Stop();
    }

    /** Leaves the recursion; the diagnostic is already given. */
    private static final class Stop extends RuntimeException {
        Stop() {
            super(null, null, false, false);
        }
    }
}
