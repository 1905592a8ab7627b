package dev.lockstep.harness.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All samples of one wire. Speaks in medians: a single sample may be off by half, and a mean with it.
 *
 * @param samples in the order in which they were taken; at least one
 */
record Result(String name, List<Sample> samples) {

    Result {
        samples = List.copyOf(samples);
    }

    /** The middle one of the samples by {@code figure}; the mean of the two middle ones where their number is even. */
    double median(ToDoubleFunction<Sample> figure) {
        List<Sample> sorted =
                samples.stream().sorted(Comparator.comparingDouble(figure)).toList();
        int middle = sorted.size() / 2;
        double upper = figure.applyAsDouble(sorted.get(middle));
        return sorted.size() % 2 == 1 ? upper : (figure.applyAsDouble(sorted.get(middle - 1)) + upper) / 2;
    }

    double least(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).min().orElseThrow();
    }

    double most(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** Whether somebody could look into what did the work. */
    boolean seen() {
        return samples.getFirst().work().segments() > 0;
    }
}
