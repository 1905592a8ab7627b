package dev.lockstep.spec.proof;

import static dev.lockstep.spec.proof.Build.compare;
import static dev.lockstep.spec.proof.Build.name;
import static dev.lockstep.spec.proof.Build.not;
import static dev.lockstep.spec.proof.Build.number;
import static dev.lockstep.spec.proof.Build.row;
import static dev.lockstep.spec.proof.Build.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Expr.Comparison;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.model.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of proofs, and what is not trusted. */
class ProofCacheTest {

    private static final Variable QUEUED = variable("QUEUED", Simple.SIZE);
    private static final String KEY = "f".repeat(64);
    private static final Verdict PROVED = new Verdict(List.of(), Set.of());
    private static final Verdict FOUND = new Verdict(
            List.of(
                    new Finding(Finding.Kind.OVERLAP, 2, 0, "in A with X=1, Y=2: z", "", "add `X, Y; z` — 100 %"),
                    new Finding(Finding.Kind.GAP, Finding.STEP, Finding.STEP, "", "A, B", "")),
            Set.of("inv-flight", "inv-syn@new-ack"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("proofs.txt");
    }

    private void put(String key, Verdict verdict) {
        ProofCache cache = ProofCache.open(folder);
        cache.put(key, verdict);
        cache.save();
    }

    @Test
    void remembersProofsAndFindings() {
        put("a", PROVED);
        put("b", FOUND);
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("a")).contains(PROVED);
        assertThat(cache.find("b")).contains(FOUND);
        assertThat(cache.find("c")).isEmpty();
    }

    @Test
    void forgetsADamagedLineAndKeepsTheOthers() throws IOException {
        put("a", PROVED);
        put("b", FOUND);
        put("c", PROVED);
        Files.writeString(file(), Files.readString(file()).replace("OVERLAP,2", "OVERLAP,1"));
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("c")).isPresent();
    }

    @Test
    void survivesATornLine() throws IOException {
        put("a", FOUND);
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 20));
        put("b", PROVED);
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("b")).isPresent();
    }

    @Test
    void survivesAnythingInItsPlace() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, 0, 10, 32, 32, 10, (byte) 0xc3});
        put("a", PROVED);
        assertThat(ProofCache.open(folder).find("a")).isPresent();
        Files.delete(file());
        Files.createDirectory(file());
        put("a", PROVED);
        assertThat(ProofCache.open(folder).find("a")).isEmpty();
    }

    @Test
    void dropsWhatIsNotUsedOnceItIsLarge() throws IOException {
        put("used", FOUND);
        put("unused", PROVED);
        Files.writeString(file(), "x\n".repeat(1 << 20), StandardOpenOption.APPEND);
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("used")).isPresent();
        cache.put("new", PROVED);
        cache.save();
        assertThat(Files.size(file())).isLessThan(1000);
        ProofCache again = ProofCache.open(folder);
        assertThat(again.find("used")).contains(FOUND);
        assertThat(again.find("new")).isPresent();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void manyMayWriteAtOnce() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            String key = i + KEY;
            threads.add(Thread.startVirtualThread(() -> put(key, FOUND)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        ProofCache cache = ProofCache.open(folder);
        for (int i = 0; i < 20; i++) {
            assertThat(cache.find(i + KEY)).contains(FOUND);
        }
    }

    @Test
    void provesAnewOnlyWhatHasChanged() {
        Specification tables = new Build().rows(split(3));
        assertThat(Prover.prove(tables, folder).fromCache()).isZero();
        ProofReport again = Prover.prove(tables, folder);
        assertThat(again.fromCache()).isEqualTo(1);
        assertThat(again.proved()).isEqualTo(1);
        assertThat(Prover.prove(new Build().rows(split(4)), folder).fromCache()).isZero();
    }

    @Test
    void aFindingFromTheCacheReadsLikeAFreshOne() {
        Specification tables = new Build().rows(split(3)[0]);
        List<?> fresh = Prover.prove(tables, folder).diagnostics();
        ProofReport again = Prover.prove(tables, folder);
        assertThat(again.fromCache()).isEqualTo(1);
        assertThat(again.diagnostics()).isEqualTo(fresh).isNotEmpty();
    }

    /** Two rows that divide the sizes at a limit. */
    private static dev.lockstep.spec.model.Row[] split(int limit) {
        Expr small = compare(name(QUEUED), Comparison.LT, number(limit));
        return new dev.lockstep.spec.model.Row[] {row("small", small), row("large", not(small))};
    }
}
