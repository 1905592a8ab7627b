package dev.lockstep.harness.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A model ready for TLC.
 *
 * @param name {@code open}
 * @param file of the model, where its count is pinned
 * @param files all modules and the configuration, by name
 * @param telling those of the files that are otherwise where the variable {@code fired} tells which rows fired in a step
 * @param module the root: {@code Open}, with {@code Open.tla} and {@code Open.cfg} among the files
 * @param claims the claims of the author, by their names in TLA+
 * @param overTime those of the claims that are about what happens at last
 * @param witnesses that some state or step must show
 * @param premises ids of those of the claims that are of this model alone and have a premise
 * @param sharedPremises likewise, of those that several models share
 * @param rows all that could fire, but for those marked unreachable
 * @param passing of these rows, those that do nothing but go on with the next step
 * @param pinned distinct states
 */
public record CheckTask(
        String name,
        Path file,
        Map<String, String> files,
        Map<String, String> telling,
        String module,
        Map<String, ClaimText> claims,
        List<String> overTime,
        List<String> witnesses,
        List<String> premises,
        List<String> sharedPremises,
        List<String> rows,
        Set<String> passing,
        OptionalLong pinned) {

    /**
     * What an author wrote of a claim.
     *
     * @param id as in the author's file
     * @param place in that file
     * @param text as the author would write it
     * @param reads the names of the variables it speaks of
     */
    public record ClaimText(String id, String about, String place, String text, List<String> reads) {
        public ClaimText {
            reads = List.copyOf(reads);
        }
    }

    public CheckTask {
        files = Map.copyOf(files);
        telling = Map.copyOf(telling);
        claims = Map.copyOf(claims);
        overTime = List.copyOf(overTime);
        witnesses = List.copyOf(witnesses);
        premises = List.copyOf(premises);
        sharedPremises = List.copyOf(sharedPremises);
        rows = List.copyOf(rows);
        passing = Set.copyOf(passing);
    }

    public String text(String file) {
        return files.get(file);
    }

    public TlcConfig config() {
        return new TlcConfig(files.get(module + ".cfg"));
    }
}
