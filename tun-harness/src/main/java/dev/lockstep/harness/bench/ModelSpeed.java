package dev.lockstep.harness.bench;

import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.run.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast TLC goes through a generated module and one written by hand, from start to end of its process. */
public final class ModelSpeed {

    private final List<Double> generated = new ArrayList<>();
    private final List<Double> byHand = new ArrayList<>();
    private TlcReport last;

    /** @param nanos that the run took */
    public void generated(TlcReport report, long nanos) {
        generated.add(perSecond(report, nanos));
    }

    /**
     * @param nanos that the run took
     * @throws IllegalStateException if TLC did not come to an end, so that nothing was measured
     */
    public void byHand(TlcReport report, long nanos) {
        byHand.add(perSecond(report, nanos));
    }

    private double perSecond(TlcReport report, long nanos) {
        if (!report.complete()) {
            throw new IllegalStateException("TLC did not come to an end: " + report.plain());
        }
        if (last != null && last.counts().distinct() != report.counts().distinct()) {
            throw new IllegalStateException("the modules are not of the same model: "
                    + last.counts().distinct() + " and " + report.counts().distinct() + " distinct states");
        }
        last = report;
        return report.counts().distinct() * 1e9 / nanos;
    }

    /** A table for people. */
    public String table() {
        return String.format(
                Locale.ROOT,
                "the model open, %,d distinct states of %,d, medians of %d, alternating%n%s%n%n"
                        + "%-16s %15s %17s%n%-16s %,15.0f %17s%n%-16s %,15.0f %17s%n%n"
                        + "generated / by hand: %.2f%n",
                last.counts().distinct(),
                last.counts().generated(),
                generated.size(),
                Machine.here(),
                "",
                "states/s",
                "least..most",
                "generated",
                median(generated),
                range(generated),
                "by hand",
                median(byHand),
                range(byHand),
                median(generated) / median(byHand));
    }

    private static double median(List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static String range(List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        return String.format(Locale.ROOT, "%,.0f..%,.0f", sorted.getFirst(), sorted.getLast());
    }
}
