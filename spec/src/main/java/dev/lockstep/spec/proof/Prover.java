package dev.lockstep.spec.proof;

import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    static final String VERSION = "4, z3 " + Z3_VERSION;

    /** Told after each step, and on the way through what they rely on. */
    @FunctionalInterface
    public interface Progress {
        /** For whoever does not look. */
        Progress NONE = (done, of, what) -> {};

        /** @param what {@code tcp segment-arrives sequence}, or {@code inv-flight in ack-new} when all steps are done */
        void done(int done, int of, String what);
    }

    private final Settler settler;
    private final Progress progress;
    private final Diagnostics diagnostics = new Diagnostics();
    private Optional<MissingProver> missing = Optional.empty();
    private int steps;
    private int done;
    private int proved;
    private int fromCache;
    private int invariants;
    private final List<ProofReport.Assumed> assumed = new ArrayList<>();

    private Prover(Settler settler, Progress progress) {
        this.settler = settler;
        this.progress = progress;
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
        NativeZ3.keepIn(cacheFolder);
        try (var settler = new Settler(ProofCache.open(cacheFolder), limit)) {
            var prover = new Prover(settler, progress);
            prover.prove(specification);
            return prover.report(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private ProofReport report(Duration took) {
        return new ProofReport(steps, proved, fromCache, invariants, assumed, took, diagnostics.sorted(), missing);
    }

    private void prove(Specification specification) {
        var all = new LinkedHashMap<Protocol, List<Obligation>>();
        for (Protocol protocol : specification.protocols()) {
            all.put(protocol, new Premises(protocol).steps());
            steps += all.get(protocol).size();
        }
        for (Protocol protocol : specification.protocols()) {
            var premises = new Premises(protocol);
            var foundations = new Foundations(protocol);
            for (Obligation obligation : all.get(protocol)) {
                settle(premises, obligation).ifPresent(verdict -> {
                    record(obligation, verdict);
                    foundations.demand(obligation.procedure(), obligation.step(), verdict.needs());
                });
                progress.done(++done, steps, obligation.name());
            }
            // What a row keeps up can be asked once it is certain which row fires; and whoever has just made two of
            // them
            // overlap, or none match, wants to know that at once.
            if (!diagnostics.hasErrors()) {
                layFoundations(protocol, foundations, premises);
            }
        }
    }

    /** Nothing if Z3 is needed and does not run here. */
    private Optional<Verdict> settle(Premises premises, Obligation obligation) {
        Optional<Verdict> known = settler.known(premises, obligation);
        if (known.isPresent()) {
            fromCache++;
            return known;
        }
        try {
            return missing.isPresent() ? Optional.empty() : Optional.of(settler.settle(premises, obligation));
        } catch (Settler.Missing fault) {
            missing = Optional.of(MissingProver.because(fault));
            return Optional.empty();
        }
    }

    private void record(Obligation obligation, Verdict verdict) {
        boolean hasErrors = false;
        for (Finding finding : verdict.findings()) {
            var diagnostic = Messages.of(obligation.step(), finding);
            hasErrors |= diagnostic.isError();
            diagnostics.add(diagnostic);
        }
        if (!hasErrors) {
            proved++;
        }
    }

    /** Shows that what the proofs rely on holds where they do. */
    private void layFoundations(Protocol protocol, Foundations foundations, Premises premises) {
        if (missing.isPresent()) {
            return;
        }
        try {
            foundations.settleAll(new Foundations.Settling() {
                @Override
                public Verdict settle(Keep keep) throws Settler.Missing {
                    progress.done(done, steps, keep.name());
                    return settler.settle(premises, keep);
                }

                @Override
                public Verdict settle(Start start) throws Settler.Missing {
                    return settler.settle(start);
                }
            });
        } catch (Settler.Missing fault) {
            missing = Optional.of(MissingProver.because(fault));
            return;
        }
        foundations.broken().forEach(broken -> diagnostics.add(Messages.of(broken)));
        invariants += foundations.betweenEvents().size();
        for (Foundations.Assumed one : foundations.assumed()) {
            assumed.add(new ProofReport.Assumed(protocol.name(), one.invariant().id(), one.brokenBy()));
        }
    }
}
