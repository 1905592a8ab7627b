package dev.lockstep.spec.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.Loaded;
import dev.lockstep.spec.load.SpecificationLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door, and what becomes of it when its table is changed in one place. */
class MutantsTest {

    @TempDir
    private Path tables;

    @BeforeEach
    void writeTables() throws IOException {
        Path door = Files.createDirectories(tables.resolve("door"));
        Files.writeString(door.resolve("vocabulary.yaml"), """
                protocol: door
                title: A door
                rfc: "0"
                control-block: Door
                states: [{state: SHUT, tcb: none}, {state: OPEN}, {state: AJAR}]
                enums: {sound: [creak, slam], bit: [LEFT, RIGHT, UP]}
                variables: {PUSHED: {type: count, start: 0}}
                timers: {draught: {}}
                events: {push: {kind: call, fields: {FORCE: {type: count}}}}
                effects:
                  ring: {slots: {WHAT: {type: sound}}}
                  show: {slots: {BITS: {type: set of bit}}}
                definitions:
                  strong: {type: flag, event: push, is: FORCE >= 10}
                """);
        Files.writeString(door.resolve("push.yaml"), """
                procedure: push
                on: push
                rfc: "0"
                steps:
                - step: move
                  only: strong and FORCE != 99
                  rows:
                  - id: push-opens
                    in: [SHUT, AJAR]
                    do:
                    - PUSHED := PUSHED + 1
                    - ring(creak)
                    - show <BITS=LEFT,RIGHT,UP>
                    - start draught for 5s
                    to: OPEN
                    then: next
                  - {id: push-stays, in: [OPEN], when: FORCE < 20, then: next}
                  - {id: push-slams, in: [OPEN], when: FORCE >= 20, do: [delete_tcb], to: SHUT, then: stop}
                - step: rest
                  rows:
                  - {id: push-never, when: FORCE = 98, then: stop, unreachable: the door is too heavy}
                  - {id: push-rest, when: not (FORCE = 98), do: [cancel draught], then: stop}
                ---
                procedure: draught
                on: timer draught
                states: [OPEN, AJAR]
                rfc: "0"
                steps: [{step: blow, rows: [{id: draught-blows, to: AJAR, then: stop}]}]
                """);
    }

    private List<Mutant> mutants() {
        Loaded loaded = SpecificationLoader.load(tables);
        return Mutants.of(tables, loaded.orThrow(), Set.of("door"));
    }

    private List<String> of(String owner, Kind kind) {
        return mutants().stream()
                .filter(mutant -> mutant.owner().equals(owner) && mutant.kind() == kind)
                .map(Mutant::change)
                .toList();
    }

    @Test
    void everyKindIsMade() {
        assertThat(mutants().stream().map(Mutant::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Kind.class));
    }

    @Test
    void aRowCanGoOrDoNothingOrLeadElsewhere() {
        assertThat(of("push-opens", Kind.ROW)).containsExactly("the row is dropped");
        assertThat(of("push-opens", Kind.EMPTY)).containsExactly("the row does nothing");
        assertThat(of("push-opens", Kind.TARGET))
                .containsExactly("without `to: OPEN`", "to: SHUT instead of OPEN", "to: AJAR instead of OPEN");
        assertThat(of("push-opens", Kind.THEN)).containsExactly("then: stop instead of next");
    }

    @Test
    void whatARowDoesIsDroppedOrChanged() {
        assertThat(of("push-opens", Kind.ASSIGNMENT)).containsExactly("without `PUSHED := PUSHED + 1`");
        assertThat(of("push-opens", Kind.CONSTANT))
                .containsExactly(
                        "- instead of + in `PUSHED := PUSHED + 1`",
                        "2 instead of 1 in `PUSHED := PUSHED + 1`",
                        "0 instead of 1 in `PUSHED := PUSHED + 1`");
        assertThat(of("push-opens", Kind.EFFECT))
                .containsExactly(
                        "without `ring(creak)`",
                        "without `show <BITS=LEFT,RIGHT,UP>`",
                        "without `start draught for 5s`");
        assertThat(of("push-opens", Kind.ARGUMENT))
                .containsExactly(
                        "slam instead of creak in `ring(creak)`",
                        "without LEFT in `show <BITS=LEFT,RIGHT,UP>`",
                        "without RIGHT in `show <BITS=LEFT,RIGHT,UP>`",
                        "without UP in `show <BITS=LEFT,RIGHT,UP>`");
    }

    @Test
    void conditionsAreNegatedAndBoundariesShifted() {
        assertThat(of("push-stays", Kind.NEGATE)).containsExactly("all of it is negated");
        assertThat(of("push-stays", Kind.BOUNDARY)).containsExactly("<= instead of < in `FORCE < 20`");
        assertThat(of("strong", Kind.BOUNDARY)).containsExactly("> instead of >= in `FORCE >= 10`");
        assertThat(of("push.move", Kind.NEGATE))
                .containsExactly(
                        "all of it is negated",
                        "not strong instead of strong in `strong and FORCE != 99`",
                        "= instead of != in `strong and FORCE != 99`");
        assertThat(of("push-rest", Kind.NEGATE))
                .containsExactly("without not in `not (FORCE = 98)`", "!= instead of = in `not (FORCE = 98)`");
    }

    @Test
    void deadRowsHaveNone() {
        assertThat(mutants()).extracting(Mutant::owner).doesNotContain("push-never");
    }

    @Test
    void inTheLastStepNextMeansStop() {
        assertThat(of("push-rest", Kind.THEN)).isEmpty();
    }

    @Test
    void eachHasAnIdOfItsOwnAndIsTheSameEachTime() {
        List<String> ids = mutants().stream().map(Mutant::id).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .isEqualTo(mutants().stream().map(Mutant::id).toList());
        assertThat(mutants().getLast().text()).isEqualTo(mutants().getLast().text());
    }

    @Test
    void itsTextIsTheTablesWithThatOneChange() throws IOException {
        Mutant mutant = mutants().stream()
                .filter(one -> one.id().equals("push-stays:boundary:1"))
                .findFirst()
                .orElseThrow();
        int before = mutants().size();
        assertThat(mutant.place().toString()).endsWith("push.yaml:17:46");
        Files.writeString(Path.of(mutant.file()), mutant.text());
        assertThat(mutants().stream()
                        .filter(one -> one.id().equals(mutant.id()))
                        .map(Mutant::change))
                .containsExactly("< instead of <= in `FORCE <= 20`");
        assertThat(mutants()).hasSize(before);
    }

    @Test
    void aMutantIsToBeSeenWhereItsRowFiresAndAGuardWhereAnyOfItsStepDoes() {
        assertThat(reach("push-opens:target:1")).containsExactly("push-opens");
        assertThat(reach("push-stays:negate:1")).containsExactlyInAnyOrder("push-opens", "push-stays", "push-slams");
        assertThat(reach("push.move:negate:1")).isEmpty();
    }

    private Set<String> reach(String id) {
        return mutants().stream()
                .filter(one -> one.id().equals(id))
                .map(Mutant::reach)
                .findFirst()
                .orElseThrow();
    }
}
