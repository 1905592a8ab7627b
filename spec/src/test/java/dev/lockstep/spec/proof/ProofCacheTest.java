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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of proofs, and what is not trusted. */
class ProofCacheTest {

    private static final Variable QUEUED = variable("QUEUED", Simple.SIZE);
    private static final String KEY = "f".repeat(64);
    private static final List<Finding> FINDINGS = List.of(
            new Finding(Finding.Kind.OVERLAP, 2, 0, "in A with X=1, Y=2", "", "add `X, Y; z` — 100 %"),
            new Finding(Finding.Kind.GAP, Finding.STEP, Finding.STEP, "", "A, B", ""));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("proofs.txt");
    }

    private void put(String key, List<Finding> findings) {
        ProofCache cache = ProofCache.open(folder);
        cache.put(key, findings);
        cache.save();
    }

    @Test
    void remembersProofsAndFindings() {
        put("a", List.of());
        put("b", FINDINGS);
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("a")).contains(List.of());
        assertThat(cache.find("b")).contains(FINDINGS);
        assertThat(cache.find("c")).isEmpty();
    }

    @Test
    void forgetsADamagedLineAndKeepsTheOthers() throws IOException {
        put("a", List.of());
        put("b", FINDINGS);
        put("c", List.of());
        Files.writeString(file(), Files.readString(file()).replace("OVERLAP,2", "OVERLAP,1"));
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("c")).isPresent();
    }

    @Test
    void survivesATornLine() throws IOException {
        put("a", FINDINGS);
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 20));
        put("b", List.of());
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("b")).isPresent();
    }

    @Test
    void survivesAnythingInItsPlace() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, 0, 10, 32, 32, 10, (byte) 0xc3});
        put("a", List.of());
        assertThat(ProofCache.open(folder).find("a")).isPresent();
        Files.delete(file());
        Files.createDirectory(file());
        put("a", List.of());
        assertThat(ProofCache.open(folder).find("a")).isEmpty();
    }

    @Test
    void dropsWhatIsNotUsedOnceItIsLarge() throws IOException {
        put("used", FINDINGS);
        put("unused", List.of());
        Files.writeString(file(), "x\n".repeat(1 << 20), StandardOpenOption.APPEND);
        ProofCache cache = ProofCache.open(folder);
        assertThat(cache.find("used")).isPresent();
        cache.put("new", List.of());
        cache.save();
        assertThat(Files.size(file())).isLessThan(1000);
        ProofCache again = ProofCache.open(folder);
        assertThat(again.find("used")).contains(FINDINGS);
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
            threads.add(Thread.startVirtualThread(() -> put(key, FINDINGS)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        ProofCache cache = ProofCache.open(folder);
        for (int i = 0; i < 20; i++) {
            assertThat(cache.find(i + KEY)).contains(FINDINGS);
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
