package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaParser;
import dev.lockstep.generators.tla.value.TlaValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what TLC's {@code -dump dot,actionlabels} writes. A line that is neither known nor ornament is an error, not skipped. */
final class DumpReader {

    /** Far beyond the smallest model; a graph that is larger is not meant to be held in memory. */
    static final int MOST_EDGES = 1_000_000;

    private static final Pattern STATE = Pattern.compile("(-?\\d+) \\[label=\"(.*)\"(?:,style ?= ?filled)?];?");
    private static final Pattern EDGE = Pattern.compile("(-?\\d+) -> (-?\\d+) \\[label=\"(\\w*)\".*];");
    private static final Pattern ORNAMENT = Pattern.compile(
            "strict digraph .*|nodesep=.*|subgraph .*|color=.*|label=.*|graph .*|node .*|edge .*|\\{rank = same; .*|}*");

    private final Map<String, Map<String, TlaValue>> states = new LinkedHashMap<>();
    private final Set<StateGraph.Edge> edges = new LinkedHashSet<>();
    private long steps;

    private final Sample sample;
    private final Set<String> wanted = new HashSet<>();
    private boolean statesToo;

    private DumpReader(Sample sample) {
        this.sample = sample;
    }

    /**
     * What the file says.
     *
     * @param steps how many edges stand there, those counted that TLC found in two ways
     */
    record Dump(StateGraph graph, long steps) {}

    static Dump read(Path file) throws IOException {
        return read(file, Sample.ALL);
    }

    /** How many edges there are, without holding any. */
    static long edges(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(" -> ")).count();
        }
    }

    /** Only the edges of a sample, and the states that they join. */
    static Dump read(Path file, Sample sample) throws IOException {
        var reader = new DumpReader(sample);
        reader.lines(file); // edges first, since states stand before them
        reader.statesToo = true;
        reader.lines(file);
        for (StateGraph.Edge edge : reader.edges) {
            if (!reader.states.keySet().containsAll(List.of(edge.from(), edge.to()))) {
                throw new IOException("an edge without its states: " + edge);
            }
        }
        return new Dump(new StateGraph(reader.states, List.copyOf(reader.edges)), reader.steps);
    }

    private void lines(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                line(line.strip());
            }
        }
    }

    private void line(String line) throws IOException {
        Matcher edge = EDGE.matcher(line);
        Matcher state = STATE.matcher(line);
        if (edge.matches()) {
            edge(edge.group(1), edge.group(3), edge.group(2));
        } else if (state.matches()) {
            if (statesToo && wanted.contains(state.group(1))) {
                states.put(state.group(1), TlaParser.assignments(unescaped(state.group(2))));
            }
        } else if (!ORNAMENT.matcher(line).matches()) {
            throw new IOException("cannot read this line of the dump: " + line);
        }
    }

    private void edge(String from, String action, String to) throws IOException {
        if (statesToo) {
            return;
        }
        steps++;
        if (sample.wants(from, action)) {
            edges.add(new StateGraph.Edge(from, action, to));
            wanted.add(from);
            wanted.add(to);
        }
        if (edges.size() > MOST_EDGES) {
            throw new IOException("more than " + MOST_EDGES + " edges");
        }
    }

    /** Undoes what DOT asks of a label. */
    private static String unescaped(String label) {
        var text = new StringBuilder(label.length());
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == '\\' && i + 1 < label.length()) {
                char next = label.charAt(++i);
                text.append(next == 'n' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
