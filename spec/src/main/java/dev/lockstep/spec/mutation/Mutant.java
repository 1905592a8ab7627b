package dev.lockstep.spec.mutation;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.yaml.Node;
import java.util.List;
import java.util.Set;

/**
 * The tables with one thing changed.
 *
 * @param id unique, and the same as long as its row is: {@code close-at-once:target:3}
 * @param procedure by name, with its protocol: {@code tcp close}; {@code tcp vocabulary} for what a definition says
 * @param owner what is changed: the id of a row, {@code procedure.step} for its {@code only}, or the name of a definition
 * @param place of what is changed, in the unchanged file
 * @param change in words: {@code to: LISTEN instead of CLOSED}
 * @param file the one that differs, as {@code place} names it
 * @param documents of that file, changed
 * @param reach rows of which one has to fire, in the unchanged tables, where the mutant is to make a difference; empty if nobody
 *     knows. For a changed row it is the row. A changed guard that passes the proofs takes nothing but what other rows of its
 *     step have lost, so it is any row of the step
 */
public record Mutant(
        String id,
        Kind kind,
        String procedure,
        String owner,
        Place place,
        String change,
        String file,
        List<Node> documents,
        Set<String> reach) {
    public Mutant {
        documents = List.copyOf(documents);
        reach = Set.copyOf(reach);
    }

    /** What stands in the changed file. Its layout and comments are not the author's. */
    public String text() {
        return NodeText.of(documents);
    }
}
