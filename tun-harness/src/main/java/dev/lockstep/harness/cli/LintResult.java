package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.proof.ProofReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code lint} found.
 *
 * @param diagnostics sorted by place
 * @param read how long it took to read and check the tables
 * @param proofs empty if there were none to make
 */
record LintResult(
        Optional<Specification> specification,
        List<Diagnostic> diagnostics,
        Duration read,
        Optional<ProofReport> proofs) {

    /** Nobody reads more at once. */
    private static final int MOST_SHOWN = 100;

    void print(PrintWriter out) {
        int shown = Math.min(MOST_SHOWN, diagnostics.size());
        diagnostics.subList(0, shown).forEach(out::println);
        if (shown < diagnostics.size()) {
            out.println("and " + (diagnostics.size() - shown) + " more");
        }
        out.println(summary());
    }

    private long errors() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    private long warnings() {
        return diagnostics.size() - errors();
    }

    private boolean isProved() {
        return proofs.isPresent() && proofs.get().holds();
    }

    private String summary() {
        String counts = specification.map(found -> counted(Counts.of(found))).orElse("");
        String verdict;
        if (errors() > 0) {
            verdict = plural(errors(), "error");
        } else if (proofs.isEmpty()) {
            verdict = "well formed, nothing proved";
        } else {
            verdict = isProved() ? "all hold" + invariants() : "not all proved";
        }
        if (warnings() > 0) {
            verdict += ", " + plural(warnings(), "warning");
        }
        return (counts.isEmpty() ? "" : counts + ": ") + verdict + " (" + times() + ")";
    }

    /** What is not proved of them models check. */
    private String invariants() {
        int all = proofs.map(ProofReport::invariants).orElse(0);
        int proved = all - proofs.map(report -> report.assumed().size()).orElse(0);
        return all == 0 ? "" : ", " + proved + " of " + plural(all, "invariant") + " proved";
    }

    private static String counted(Counts counts) {
        return plural(counts.protocols, "protocol") + ", " + plural(counts.procedures, "procedure") + ", "
                + plural(counts.steps, "step") + ", " + plural(counts.rows, "row");
    }

    private String times() {
        String text = "read in " + seconds(read);
        if (proofs.isPresent()) {
            ProofReport report = proofs.get();
            text += ", proved in " + seconds(report.took());
            if (report.fromCache() > 0) {
                text += ", " + report.fromCache() + " of " + plural(report.steps(), "step") + " known from before";
            }
        }
        return text;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1e3);
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** How much there is. */
    private record Counts(int protocols, int procedures, int steps, int rows) {
        static Counts of(Specification specification) {
            int procedures = 0;
            int steps = 0;
            int rows = 0;
            for (Protocol protocol : specification.protocols()) {
                procedures += protocol.procedures().size();
                for (Procedure procedure : protocol.procedures()) {
                    steps += procedure.steps().size();
                    for (Step step : procedure.steps()) {
                        rows += step.rows().size();
                    }
                }
            }
            return new Counts(specification.protocols().size(), procedures, steps, rows);
        }
    }

    /** One object: {@code ok}, the counts, the times in milliseconds, and {@code diagnostics}. */
    String toJson() {
        var json = new Json().open();
        json.field("ok", errors() == 0).field("errors", errors()).field("warnings", warnings());
        specification
                .map(Counts::of)
                .ifPresent(counts -> json.field("protocols", counts.protocols)
                        .field("procedures", counts.procedures)
                        .field("steps", counts.steps)
                        .field("rows", counts.rows));
        json.field("readMilliseconds", read.toMillis());
        proofs.ifPresent(report -> json.field("proved", report.proved())
                .field("provedBefore", report.fromCache())
                .field("invariants", report.invariants())
                .field("proofMilliseconds", report.took().toMillis()));
        json.openList("assumed");
        proofs.map(ProofReport::assumed)
                .orElse(List.of())
                .forEach(one -> json.open()
                        .field("protocol", one.protocol())
                        .field("invariant", one.invariant())
                        .field("brokenBy", one.brokenBy())
                        .close());
        json.closeList();
        json.openList("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            json.open();
            place(json, diagnostic.place());
            json.field("severity", diagnostic.severity().word())
                    .field("code", diagnostic.code().id())
                    .field("title", diagnostic.code().title())
                    .field("message", diagnostic.message())
                    .field("fix", diagnostic.fix())
                    .openList("also");
            diagnostic.also().forEach(other -> place(json.open(), other).close());
            json.closeList().close();
        }
        return json.closeList().close().toString();
    }

    private static Json place(Json json, Place place) {
        return json.field("file", place.file()).field("line", place.line()).field("column", place.column());
    }
}
