package dev.lockstep.spec.proof;

import com.microsoft.z3.Context;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/** Settles obligations: by what is known of them from before, else by Z3, which is loaded when it is first needed. */
final class Settler implements AutoCloseable {

    /** Z3 is needed and does not run here. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        private Missing(Throwable cause) {
            super(cause);
        }
    }

    private final ProofCache cache;
    private final Limit limit;

    /** Of the prover; with the limit, since what is too hard under one may not be so under another. */
    private final String version;

    private Context z3;

    Settler(ProofCache cache, Limit limit) {
        this.cache = cache;
        this.limit = limit;
        this.version = Prover.VERSION + ", effort " + limit.effort();
    }

    /** What is known of a step from before. */
    Optional<Verdict> known(Premises premises, Obligation obligation) {
        Optional<Verdict> plain = cache.find(Fingerprint.of(obligation, version));
        return plain.isPresent() && !plain.get().holds()
                ? cache.find(Fingerprint.of(premises.further(obligation), version))
                : plain;
    }

    /** Proves a step; if that fails, with all premises there are. */
    Verdict settle(Premises premises, Obligation obligation) throws Missing {
        Verdict plain = settle(obligation);
        return plain.holds() ? plain : settle(premises.further(obligation));
    }

    private Verdict settle(Obligation obligation) throws Missing {
        return settle(Fingerprint.of(obligation, version), z3 -> StepProof.of(z3, obligation, limit));
    }

    /** Proves that a row keeps an invariant up; if that fails, with all premises there are. */
    Verdict settle(Premises premises, Keep keep) throws Missing {
        Verdict plain = settle(keep, keep.obligation(premises, false));
        return plain.holds() ? plain : settle(keep, keep.obligation(premises, true));
    }

    /** Proves that an invariant holds at the start. */
    Verdict settle(Start start) throws Missing {
        return settle(Fingerprint.of(start, version), z3 -> start.prove(z3, limit));
    }

    private Verdict settle(Keep keep, Obligation obligation) throws Missing {
        return settle(Fingerprint.of(keep, obligation, version), z3 -> keep.prove(z3, obligation, limit));
    }

    private Verdict settle(String fingerprint, Function<Context, Verdict> proof) throws Missing {
        Optional<Verdict> known = cache.find(fingerprint);
        if (known.isPresent()) {
            return known.get();
        }
        Verdict verdict = proof.apply(z3());
        cache.put(fingerprint, verdict);
        return verdict;
    }

    private Context z3() throws Missing {
        if (z3 == null) {
            try {
                z3 = new Context();
            } catch (LinkageError | UncheckedIOException fault) { // of the native library
                throw new Missing(fault);
            }
        }
        return z3;
    }

    @Override
    public void close() {
        cache.save();
        if (z3 != null) {
            z3.close();
        }
    }
}
