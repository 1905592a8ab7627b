package dev.lockstep.harness.mutate;

import dev.lockstep.spec.mutation.Kind;
import dev.lockstep.spec.mutation.Mutant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which mutants are tried.
 *
 * @param owners ids of rows, names of definitions, {@code procedure.step}; all if empty
 * @param procedures by name, {@code vocabulary} for definitions; all if empty
 * @param kinds all if empty
 * @param sample so many of them, drawn by {@code seed}; all if empty
 */
public record Selection(Set<String> owners, Set<String> procedures, Set<Kind> kinds, OptionalInt sample, long seed) {

    public Selection {
        owners = Set.copyOf(owners);
        procedures = Set.copyOf(procedures);
        kinds = Set.copyOf(kinds);
    }

    /** In the order of the tables. */
    public List<Mutant> of(List<Mutant> all) {
        List<Mutant> chosen = all.stream()
                .filter(mutant -> owners.isEmpty() || owners.contains(mutant.owner()))
                .filter(mutant -> procedures.isEmpty() || procedures.contains(procedure(mutant)))
                .filter(mutant -> kinds.isEmpty() || kinds.contains(mutant.kind()))
                .toList();
        return sample.isEmpty() || sample.getAsInt() >= chosen.size() ? chosen : drawn(chosen, sample.getAsInt());
    }

    /** Without the protocol, which is told apart by nothing as long as one has models. */
    static String procedure(Mutant mutant) {
        return mutant.procedure().substring(mutant.procedure().indexOf(' ') + 1);
    }

    private List<Mutant> drawn(List<Mutant> chosen, int number) {
        List<Integer> indices =
                new ArrayList<>(IntStream.range(0, chosen.size()).boxed().toList());
        Collections.shuffle(indices, new Random(seed));
        return indices.subList(0, number).stream().sorted().map(chosen::get).toList();
    }

    /** One of the names that means no mutant, if there is such. */
    public Optional<String> unknown(List<Mutant> all) {
        Set<String> known = all.stream().map(Mutant::owner).collect(Collectors.toSet());
        Set<String> names = all.stream().map(Selection::procedure).collect(Collectors.toSet());
        return owners.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .or(() -> procedures.stream()
                        .filter(name -> !names.contains(name))
                        .findFirst());
    }

    @Override
    public String toString() {
        var words = new ArrayList<String>();
        owners.stream().sorted().forEach(owner -> words.add("--rows " + owner));
        procedures.stream().sorted().forEach(procedure -> words.add("--procedure " + procedure));
        kinds.stream().sorted().forEach(kind -> words.add("--kind " + kind.word()));
        sample.ifPresent(number -> words.add("--sample " + number + " --seed " + seed));
        return words.isEmpty() ? "all mutants" : String.join(" ", words);
    }
}
