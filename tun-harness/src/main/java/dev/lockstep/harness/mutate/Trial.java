package dev.lockstep.harness.mutate;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.mutation.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tries one mutant after the other: each is written into a copy of the tables, read, and shown to the stages.
 *
 * @param tables the folder that the mutants' files are named by
 * @param copy of it
 */
record Trial(Path tables, Path copy, List<Stage> stages) implements AutoCloseable {

    Judgement of(Mutant mutant) throws IOException {
        Path changed = copy.resolve(tables.relativize(Path.of(mutant.file())));
        String before = Files.readString(changed);
        try {
            Files.writeString(changed, mutant.text());
            return judge(mutant, SpecificationLoader.load(copy));
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException fault) {
            // A generator that cannot cope with a table that lint takes for good.
            return new Judgement(Fate.BROKEN, fault.toString());
        } finally {
            Files.writeString(changed, before);
        }
    }

    @Override
    public void close() {
        stages.forEach(Stage::close);
    }

    private Judgement judge(Mutant mutant, Loaded loaded) throws IOException {
        if (loaded.specification().isEmpty()) {
            String code = loaded.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .findFirst()
                    .map(found -> found.code().id() + " " + found.code().title())
                    .orElse("");
            return new Judgement(Fate.REJECTED, code);
        }
        Judgement last = new Judgement(Fate.SURVIVED, "nobody gets there");
        for (Stage stage : stages) {
            Optional<Judgement> found =
                    stage.look(mutant, loaded.specification().get());
            if (found.isPresent()) {
                Fate fate = found.get().fate();
                if (fate.isKilled() || fate == Fate.REJECTED) {
                    return found.get();
                }
                last = fate.compareTo(last.fate()) >= 0 ? found.get() : last;
            }
        }
        return last;
    }
}
