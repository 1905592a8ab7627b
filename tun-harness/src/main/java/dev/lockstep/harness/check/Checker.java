package dev.lockstep.harness.check;

import dev.lockstep.harness.check.story.Words;
import dev.lockstep.harness.check.tlc.Counts;
import dev.lockstep.harness.check.tlc.Simulation;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcJob;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.harness.check.tlc.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks one model. */
public final class Checker {

    /** With fewer states than this, starting the JVM and warming it up is most of the work. */
    private static final long SMALL = 30_000;

    /** With fewer states than this, a second thread costs more than it does. */
    private static final long WORTH_THREADS = 200_000;

    static final String COVERAGE = "coverage.txt";

    private final Tlc tlc;
    private final CheckOptions options;
    private final Words words;

    public Checker(Tlc tlc, CheckOptions options, Words words) {
        this.tlc = tlc;
        this.options = options;
        this.words = words;
    }

    /** @param progress hears of states as they are found */
    public Outcome check(CheckTask task, Consumer<Counts> progress) throws IOException {
        long began = System.nanoTime();
        Path folder = options.out().resolve(task.name());
        write(task, folder);
        List<String> properties = properties(task);
        TlcReport report = run(task, folder, properties, progress);
        Verdict verdict = named(Verdict.of(report), task, folder, properties);
        if (verdict instanceof Verdict.Holds) {
            KeptCoverage.stamp(task, folder);
        }
        return explained(task, verdict, report, folder, began);
    }

    /**
     * As {@link #check}, but of runs drawn by lot: what holds in every state and of every step is looked at, and deadlocks, not what
     * happens at last.
     *
     * @param progress hears of runs as they are done
     */
    public Outcome simulate(CheckTask task, Simulation lots, Consumer<Counts> progress) throws IOException {
        long began = System.nanoTime();
        Path folder = options.out().resolve(task.name());
        write(task, folder);
        List<String> ofSteps = task.config().properties().stream()
                .filter(name -> !task.overTime().contains(name))
                .toList();
        TlcReport report = tlc.run(
                job(task, folder, ofSteps, 1, lots.runs() * lots.depth() < SMALL)
                        .simulating(lots),
                progress);
        Verdict verdict = Verdict.ofRuns(report);
        // TLC tells its runs to nobody: where all were done, they are those that were asked for.
        boolean all = verdict instanceof Verdict.NoneFound && !report.timedOut();
        return explained(task, verdict, all ? report.withRuns(lots.runs()) : report, folder, began);
    }

    private Outcome explained(CheckTask task, Verdict verdict, TlcReport report, Path folder, long began)
            throws IOException {
        var took = Duration.ofNanos(System.nanoTime() - began);
        Optional<Counterexample> counterexample = Optional.empty();
        if (verdict instanceof Verdict.Violated violated && report.behavior().isPresent()) {
            List<List<String>> fired =
                    new Retrace(tlc, folder).rows(task, report.behavior().get());
            counterexample = new Explanation(task, words).of(violated, report, fired);
        }
        if (counterexample.isPresent()) {
            CounterexampleFiles.write(counterexample.get(), folder);
        }
        return new Outcome(
                task, verdict, report, Coverage.read(folder.resolve(COVERAGE)), took, counterexample, folder);
    }

    /**
     * As {@link #check}, with one start of TLC only: of several properties over time nobody knows which is false, and no
     * counterexample is drawn.
     */
    public Outcome verdict(CheckTask task, Consumer<Counts> progress) throws IOException {
        long began = System.nanoTime();
        Path folder = options.out().resolve(task.name());
        write(task, folder);
        List<String> properties = properties(task);
        TlcReport report = run(task, folder, properties, progress);
        return new Outcome(
                task,
                Verdict.of(report),
                report,
                Coverage.read(folder.resolve(COVERAGE)),
                Duration.ofNanos(System.nanoTime() - began),
                Optional.empty(),
                folder);
    }

    private void write(CheckTask task, Path folder) throws IOException {
        Files.createDirectories(folder);
        CounterexampleFiles.delete(folder);
        Files.deleteIfExists(folder.resolve(COVERAGE));
        KeptCoverage.forget(folder);
        for (Map.Entry<String, String> file : task.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private TlcReport run(CheckTask task, Path folder, List<String> properties, Consumer<Counts> progress)
            throws IOException {
        int threads = options.workers().orElse(workers(task.pinned().orElse(0), overTime(task, properties)));
        boolean small = task.pinned().isPresent() && task.pinned().getAsLong() < SMALL;
        return tlc.run(job(task, folder, properties, threads, small), progress);
    }

    private TlcJob job(CheckTask task, Path folder, List<String> properties, int threads, boolean small)
            throws IOException {
        String config = task.module() + ".cfg";
        Files.writeString(folder.resolve(config), task.config().with(properties).text());
        return new TlcJob(
                folder,
                task.module(),
                config,
                threads,
                small,
                options.limit(),
                folder.resolve("tlc.log"),
                Map.of("lockstep.coverage.file", folder.resolve(COVERAGE).toString()));
    }

    private List<String> properties(CheckTask task) {
        return task.config().properties().stream()
                .filter(name -> options.liveness() || !task.overTime().contains(name))
                .toList();
    }

    private static List<String> overTime(CheckTask task, List<String> properties) {
        return properties.stream().filter(task.overTime()::contains).toList();
    }

    /** With several threads this version of TLC is not to be trusted about liveness (upstream issue 971). */
    private static int workers(long expected, List<String> overTime) {
        return overTime.isEmpty() && expected >= WORTH_THREADS
                ? Runtime.getRuntime().availableProcessors()
                : 1;
    }

    /** TLC says that a property over time is false, but not which: if there are several, each is asked about alone. */
    private Verdict named(Verdict verdict, CheckTask task, Path folder, List<String> properties) throws IOException {
        if (!(verdict instanceof Verdict.Violated violated)
                || violated.kind() != Verdict.Kind.LIVENESS
                || violated.property().isPresent()) {
            return verdict;
        }
        List<String> suspects = overTime(task, properties);
        for (String property : suspects) {
            if (suspects.size() == 1
                    || Verdict.of(run(task, folder, List.of(property), counts -> {})) instanceof Verdict.Violated) {
                return new Verdict.Violated(violated.kind(), Optional.of(property), violated.says());
            }
        }
        return verdict;
    }
}
