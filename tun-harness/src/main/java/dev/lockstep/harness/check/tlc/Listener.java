package dev.lockstep.harness.check.tlc;

import static dev.lockstep.harness.check.trace.Behavior.Continuation;

import dev.lockstep.generators.tla.value.TlaParser;
import dev.lockstep.generators.tla.value.TlaSyntaxException;
import dev.lockstep.harness.check.trace.Behavior;
import dev.lockstep.harness.check.trace.TlaState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a report of TLC's messages as they come. */
final class Listener {

    /** {@code 3: <ReceiveA line 1, col 2 to line 3, col 4 of module M>}, or with arguments {@code <ReceiveA(1) line ...>}. */
    private static final Pattern HEADER = Pattern.compile("(\\d+): <(.*)>");

    private static final Pattern BACK = Pattern.compile("(\\d+): Back to state(?:: <(.*)>)?.*", Pattern.DOTALL);
    private static final Pattern DEPTH = Pattern.compile("search is (\\d+)");
    private static final int PLAIN_LINES_KEPT = 60;
    private static final int MOST_STATES = 10_000;

    private final Consumer<Counts> progress;
    private final List<TlcMessage> errors = new ArrayList<>();
    private final List<TlaState> states = new ArrayList<>();
    private final Deque<String> plain = new ArrayDeque<>();
    private Continuation continuation = new Continuation.Ends();
    private Optional<String> unreadable = Optional.empty();
    private Counts counts;
    private int depth;
    private boolean complete;

    /** @param counts before anything happened */
    Listener(Consumer<Counts> progress, Counts counts) {
        this.progress = progress;
        this.counts = counts;
    }

    void plain(String line) {
        plain.add(line);
        if (plain.size() > PLAIN_LINES_KEPT) {
            plain.remove();
        }
    }

    void message(TlcMessage message) {
        switch (message.code()) {
            case Codes.PROGRESS, Codes.STATISTICS -> Counts.read(message.text()).ifPresent(this::count);
            case Codes.SIMULATION_PROGRESS -> count(counts.withGenerated(message.text()));
            case Codes.DEPTH -> {
                Matcher words = DEPTH.matcher(message.text());
                depth = words.find() ? Integer.parseInt(words.group(1)) : 0;
            }
            case Codes.SUCCESS -> complete = true;
            case Codes.STATE -> state(message.text());
            case Codes.STUTTERING -> continuation = new Continuation.Stutters();
            case Codes.BACK_TO_STATE -> back(message.text());
            case Codes.BEHAVIOR_FOLLOWS, Codes.COUNTEREXAMPLE_FOLLOWS -> {}
            case Codes.INVARIANT_VIOLATED_INITIALLY, Codes.PROPERTY_VIOLATED_INITIALLY -> initial(message);
            default -> {
                if (message.isError()) {
                    errors.add(message);
                }
            }
        }
    }

    TlcReport report(int exitCode, boolean timedOut) {
        Optional<Behavior> behavior =
                states.isEmpty() ? Optional.empty() : Optional.of(new Behavior(states, continuation));
        return new TlcReport(
                exitCode, timedOut, counts, depth, complete, errors, behavior, unreadable, List.copyOf(plain));
    }

    void count(Counts counts) {
        this.counts = counts;
        progress.accept(counts);
    }

    private void state(String text) {
        String[] parts = text.split("\n", 2);
        Matcher header = HEADER.matcher(parts[0]);
        if (!header.matches()) {
            unreadable = Optional.of("no state: " + parts[0]);
            return;
        }
        String action = header.group(2).equals("Initial predicate") ? "" : action(header.group(2));
        add(Integer.parseInt(header.group(1)), action, parts.length > 1 ? parts[1] : "");
    }

    /** TLC does not say by a message of its own which state this is; there is only one. */
    private void initial(TlcMessage message) {
        errors.add(message);
        String[] parts = message.text().split("\n", 2);
        if (parts.length > 1) {
            add(1, "", parts[1]);
        }
    }

    private void add(int number, String action, String variables) {
        if (states.size() == MOST_STATES) {
            unreadable = Optional.of("more than " + MOST_STATES + " states");
            return;
        }
        try {
            states.add(new TlaState(number, action, TlaParser.assignments(variables)));
        } catch (TlaSyntaxException fault) {
            unreadable = Optional.of("state " + number + ": " + fault.getMessage());
        }
    }

    private void back(String text) {
        Matcher words = BACK.matcher(text);
        if (words.matches()) {
            String action = words.group(2) == null ? "" : action(words.group(2));
            continuation = new Continuation.GoesBack(Integer.parseInt(words.group(1)), action);
        }
    }

    /** {@code ReceiveA line 1, col 2 ...}: the name alone. */
    private static String action(String named) {
        int end = named.indexOf(" line ");
        return end < 0 ? named : named.substring(0, end);
    }
}
