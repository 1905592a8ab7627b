package dev.lockstep.spec.proof;

import com.microsoft.z3.Context;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.model.Specification;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves every step of every procedure: no two rows match at once, some row matches, {@code again} comes to an end, nothing is
 * divided by zero. What was proved before and has not changed is not proved again; if that is all, Z3 is not even loaded.
 */
public final class Prover {

    /** Of {@code tools.aqua:z3-turnkey}. */
    static final String Z3_VERSION = "4.14.1";

    /** Of what is proved and how: the first number to be raised with each change of it, so that no older proof counts. */
    static final String VERSION = "3, z3 " + Z3_VERSION;

    /** Told after each step. */
    @FunctionalInterface
    public interface Progress {
        /** For whoever does not look. */
        Progress NONE = (done, of, step) -> {};

        /** @param step protocol, procedure and step: {@code tcp segment-arrives sequence} */
        void done(int done, int of, String step);
    }

    private final ProofCache cache;
    private final Limit limit;
    private final Diagnostics diagnostics = new Diagnostics();
    private int proved;
    private int fromCache;

    private Prover(ProofCache cache, Limit limit) {
        this.cache = cache;
        this.limit = limit;
    }

    /**
     * @param cacheFolder of this program's own, {@code .lockstep/proofs} of a checkout, made if it does not exist; may be
     *     shared by several runs at once
     */
    public static ProofReport prove(Specification specification, Path cacheFolder) {
        return prove(specification, cacheFolder, Limit.USUAL, Progress.NONE);
    }

    /** With a limit to thinking and a word after each step. */
    public static ProofReport prove(Specification specification, Path cacheFolder, Limit limit, Progress progress) {
        long began = System.nanoTime();
        List<Obligation> all = new ArrayList<>();
        specification.protocols().forEach(protocol -> all.addAll(Obligation.of(protocol)));
        NativeZ3.keepIn(cacheFolder);
        var prover = new Prover(ProofCache.open(cacheFolder), limit);
        Optional<MissingProver> missing = prover.prove(all, progress);
        return new ProofReport(
                all.size(),
                prover.proved,
                prover.fromCache,
                Duration.ofNanos(System.nanoTime() - began),
                prover.diagnostics.sorted(),
                missing);
    }

    private Optional<MissingProver> prove(List<Obligation> all, Progress progress) {
        var open = new ArrayList<Obligation>();
        for (Obligation obligation : all) {
            Optional<List<Finding>> known = cache.find(Fingerprint.of(obligation, VERSION));
            if (known.isPresent()) {
                fromCache++;
                record(obligation, known.get());
                progress.done(fromCache, all.size(), obligation.name());
            } else {
                open.add(obligation);
            }
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try {
            proveAnew(open, all.size(), progress);
            return Optional.empty();
        } catch (LinkageError | UncheckedIOException fault) { // of the native library, when Z3 is first used
            return Optional.of(MissingProver.because(fault));
        } finally {
            cache.save();
        }
    }

    private void proveAnew(List<Obligation> open, int steps, Progress progress) {
        int done = steps - open.size();
        try (var z3 = new Context()) {
            for (Obligation obligation : open) {
                List<Finding> findings = StepProof.of(z3, obligation, limit);
                if (findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.UNDECIDED)) {
                    cache.put(Fingerprint.of(obligation, VERSION), findings);
                }
                record(obligation, findings);
                progress.done(++done, steps, obligation.name());
            }
        }
    }

    private void record(Obligation obligation, List<Finding> findings) {
        boolean hasErrors = false;
        for (Finding finding : findings) {
            var diagnostic = Messages.of(obligation.step(), finding);
            hasErrors |= diagnostic.isError();
            diagnostics.add(diagnostic);
        }
        if (!hasErrors) {
            proved++;
        }
    }
}
