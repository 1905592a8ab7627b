package dev.lockstep.harness.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstep.harness.run.Machine;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures wires in turn, round after round, so that whatever slows the machine down for a while slows all of them down.
 */
public final class Bench {

    /** Until windows are open and the compiler has seen the loops; longer before the first round. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    private static final Duration WARM_UP = Duration.ofMillis(1_500);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int rounds;
    private final Duration each;

    /**
     * @param rounds samples of each wire
     * @param each how long a sample is
     */
    public Bench(int rounds, Duration each) {
        this.rounds = rounds;
        this.each = each;
    }

    /**
     * Measures the wires; the first is the one that others are compared with.
     *
     * @param progress told how many samples are taken
     */
    BenchReport measure(List<Wire> wires, IntConsumer progress) throws Exception {
        List<List<Sample>> samples = new ArrayList<>();
        for (Wire wire : wires) {
            samples.add(new ArrayList<>());
            sample(wire, WARM_UP, SETTLING);
        }
        int taken = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < wires.size(); i++) {
                samples.get(i).add(sample(wires.get(i), SETTLING, each));
                progress.accept(++taken);
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < wires.size(); i++) {
            results.add(new Result(wires.get(i).name(), samples.get(i)));
        }
        return new BenchReport(Machine.here(), Instant.now(), each.toMillis() / 1e3, results);
    }

    private static Sample sample(Wire wire, Duration settling, Duration each) throws Exception {
        try (Wire.Flow flow = wire.start()) {
            Thread.sleep(settling);
            Sample.Work workBefore = flow.work();
            long cpu = PROCESS.getProcessCpuTime();
            long before = flow.received();
            long begin = System.nanoTime();
            Thread.sleep(each);
            long nanos = System.nanoTime() - begin;
            long bytes = flow.received() - before;
            long cpuNanos = PROCESS.getProcessCpuTime() - cpu;
            Sample.Work work = flow.work();
            if (bytes == 0) {
                throw new IllegalStateException("nothing arrived in " + nanos / 1_000_000 + " ms: " + wire.name());
            }
            return new Sample(
                    bytes,
                    nanos,
                    cpuNanos,
                    new Sample.Work(
                            work.segments() - workBefore.segments(),
                            work.systemCalls() - workBefore.systemCalls(),
                            work.allocated() - workBefore.allocated()));
        }
    }
}
