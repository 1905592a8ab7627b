package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.mutation.Equivalent;
import dev.lockstep.spec.mutation.Mutant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of equivalent mutants, and whether it is still right. */
final class EquivalentList {

    private final List<Equivalent> entries;

    /** @param models the folder. @throws Fault if the list cannot be read */
    EquivalentList(Path models) {
        var diagnostics = new Diagnostics();
        entries = Equivalent.read(models, diagnostics);
        if (diagnostics.hasErrors()) {
            throw Fault.badInput(
                    diagnostics.sorted().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")),
                    "an entry is {id: ..., change: ..., reason: ...}");
        }
    }

    /** @throws Fault for an entry that no mutant fits any more */
    void refuseStale(List<Mutant> all) {
        Map<String, String> changes = all.stream().collect(Collectors.toMap(Mutant::id, Mutant::change));
        for (Equivalent entry : entries) {
            if (!entry.change().equals(changes.get(entry.id()))) {
                throw Fault.badInput(
                        entry.place() + ": there is no mutant " + entry.id() + " with this change: " + entry.change(),
                        "./lockstep mutate --list shows what it is now; think the reason over");
            }
        }
    }

    Set<String> ids() {
        return entries.stream().map(Equivalent::id).collect(Collectors.toSet());
    }
}
