package dev.lockstep.harness.check.tlc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run of TLC means. */
public sealed interface Verdict {

    /** All states were visited, and nothing is wrong in any. */
    record Holds() implements Verdict {}

    /**
     * A property is false.
     *
     * @param property its name, where TLC says it
     * @param says TLC's own words
     */
    record Violated(Kind kind, Optional<String> property, String says) implements Verdict {}

    /** Runs drawn by lot show nothing that is wrong, which proves nothing. */
    record NoneFound() implements Verdict {}

    /** The limit of time came first: neither true nor false. */
    record NotFinished() implements Verdict {}

    /** TLC did not do its work. */
    record Broken(Trouble trouble, String says) implements Verdict {}

    enum Kind {
        INVARIANT("invariant"),
        ACTION_PROPERTY("action property"),
        DEADLOCK("deadlock"),
        LIVENESS("liveness"),
        ASSUMPTION("assumption"),
        ASSERTION("assertion"),
        EVALUATION("evaluation");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    enum Trouble {
        /** A module or configuration that TLC cannot read: the generator's fault, or the table's. */
        MODULE,
        MEMORY,
        /** Somebody killed it, or it died. */
        DIED
    }

    Pattern PROPERTY = Pattern.compile("(?:[Ii]nvariant|[Pp]roperty) (\\S+) (?:is|failed|was)");

    static Verdict of(TlcReport report) {
        if (report.timedOut()) {
            return new NotFinished();
        }
        for (TlcMessage error : report.errors()) {
            Optional<Verdict> verdict = of(error, report);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        String lastWords = String.join("\n", report.plain());
        if (lastWords.contains("java.lang.OutOfMemoryError")) {
            return new Broken(Trouble.MEMORY, lastWords);
        }
        if (report.complete() && report.exitCode() == 0) {
            return new Holds();
        }
        return new Broken(Trouble.DIED, "TLC ended with exit code " + report.exitCode() + "\n" + lastWords);
    }

    /** Of runs drawn by lot, which TLC does not call a success. Where the limit of time ends them, there were fewer. */
    static Verdict ofRuns(TlcReport report) {
        if (report.errors().isEmpty()
                && (report.timedOut() ? report.counts().runs().orElse(0) > 0 : report.exitCode() == 0)) {
            return new NoneFound();
        }
        return of(report);
    }

    private static Optional<Verdict> of(TlcMessage error, TlcReport report) {
        return Optional.ofNullable(
                switch (error.code()) {
                    case Codes.INVARIANT_VIOLATED, Codes.INVARIANT_VIOLATED_INITIALLY ->
                        violated(Kind.INVARIANT, error);
                    case Codes.ACTION_PROPERTY_VIOLATED, Codes.PROPERTY_VIOLATED_INITIALLY ->
                        violated(Kind.ACTION_PROPERTY, error);
                    case Codes.DEADLOCK -> violated(Kind.DEADLOCK, error);
                    case Codes.TEMPORAL_VIOLATED -> violated(Kind.LIVENESS, error);
                    case Codes.ASSUMPTION_FALSE -> violated(Kind.ASSUMPTION, error);
                    case Codes.OUT_OF_MEMORY, Codes.OUT_OF_MEMORY_TOO_MANY_INITIAL_STATES, Codes.STACK_OVERFLOW ->
                        new Broken(Trouble.MEMORY, error.text());
                    case Codes.CALL_STACK -> null; // comes with another one
                    default -> other(error, report);
                });
    }

    /** There are some hundred other faults. With a behaviour they are the model's, without one the module's. */
    private static Verdict other(TlcMessage error, TlcReport report) {
        boolean atRunTime = report.behavior().isPresent()
                || error.code() == Codes.ASSUMPTION_EVALUATION
                || error.text().contains(ASSERTION);
        if (atRunTime) {
            return violated(error.text().contains(ASSERTION) ? Kind.ASSERTION : Kind.EVALUATION, error);
        }
        String sany = String.join(
                "\n",
                report.plain().stream()
                        .dropWhile(line -> !line.startsWith("***") && !line.contains("rror"))
                        .filter(line -> !line.isBlank())
                        .toList());
        return new Broken(Trouble.MODULE, error.text() + (sany.isEmpty() ? "" : "\n" + sany));
    }

    String ASSERTION = "The first argument of Assert evaluated to FALSE";

    private static Verdict violated(Kind kind, TlcMessage error) {
        Matcher named = PROPERTY.matcher(error.text());
        boolean first = named.find();
        return new Violated(kind, first ? Optional.of(named.group(1)) : Optional.empty(), error.text());
    }
}
