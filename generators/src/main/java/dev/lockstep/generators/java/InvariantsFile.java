package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The class of invariants and promises, as its template knows it. */
record InvariantsFile(String source, String packageName, List<String> imports, List<Check> checks) {

    /** A method that evaluates some invariants. */
    record Check(List<String> doc, String formal, List<InvariantView> invariants) {}

    /** One of them: {@code if (...) {} when it does not hold. */
    record InvariantView(String test, String id) {}

    static InvariantsFile of(Surface surface) {
        Protocol protocol = surface.protocol();
        List<Check> checks = new ArrayList<>();
        List<Invariant> all = new ArrayList<>(protocol.invariants());
        checks.add(new Check(
                List.of("The id of an invariant that these parameters violate, whatever happens, or null."),
                JavaExpr.formal(List.of(new Surface.Slot("Parameters", "parameters"))),
                views(surface, invariants(protocol, true))));
        checks.add(new Check(
                List.of("The id of an invariant that the control block violates, or null."),
                JavaExpr.formal(List.of(
                        new Surface.Slot(surface.block(), surface.blockName()),
                        new Surface.Slot("Parameters", "parameters"))),
                views(surface, invariants(protocol, false))));
        for (Event event : protocol.events()) {
            if (!event.assumes().isEmpty()) {
                checks.add(promises(surface, event));
                all.addAll(event.assumes());
            }
        }
        Stream<String> code =
                checks.stream().flatMap(check -> check.invariants().stream()).map(InvariantView::test);
        List<String> definitions = DefinitionsFile.imports(surface, all.stream().map(Invariant::is));
        return new InvariantsFile(
                protocol.name() + "/vocabulary.yaml",
                surface.packageName(),
                Head.imports(definitions, code, List.of()),
                checks);
    }

    private static List<Invariant> invariants(Protocol protocol, boolean ofProfile) {
        return protocol.invariants().stream()
                .filter(invariant -> invariant.isOfProfile() == ofProfile)
                .toList();
    }

    private static Check promises(Surface surface, Event event) {
        List<Surface.Slot> handed = event.assumes().stream()
                .flatMap(promise -> surface.handed(promise.is(), Optional.of(event)).stream())
                .distinct()
                .toList();
        return new Check(
                List.of("The id of what the mechanism promises of this event and does not keep, or null."),
                JavaExpr.formal(handed),
                views(surface, event.assumes()));
    }

    private static List<InvariantView> views(Surface surface, List<Invariant> invariants) {
        return invariants.stream()
                .map(invariant -> new InvariantView(test(surface, invariant), Words.literal(invariant.id())))
                .toList();
    }

    private static String test(Surface surface, Invariant invariant) {
        List<State> states =
                invariant.states().containsAll(surface.protocol().states()) ? List.of() : invariant.states();
        return Guard.test(surface, states, List.of(Negation.of(invariant.is())), 8);
    }
}
