package dev.lockstep.generators.doc;

import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.yaml.EntryText;
import java.util.List;

/** A model: what it is about, what it claims, and how many states it has. */
record ModelPage(String file, String title, String name, String about, String distinct, List<Section> sections)
        implements Page {

    record Section(String title, List<ClaimView> claims) {}

    record ClaimView(String id, String about, String source) {}

    static ModelPage of(Model model) {
        return new ModelPage(
                Links.page(model),
                model.title(),
                model.name(),
                model.about(),
                model.distinct().isPresent()
                        ? "%,d distinct states".formatted(model.distinct().getAsLong())
                        : "",
                List.of(
                        section("Holds in every state", model.invariants()),
                        section("Holds of every step", model.steps()),
                        section("Happens at last", model.liveness()),
                        section("Is reached", model.witnesses())));
    }

    private static Section section(String title, List<Claim> claims) {
        return new Section(
                title,
                claims.stream()
                        .map(claim -> new ClaimView(
                                claim.id(), claim.about(), String.join("\n", EntryText.at(claim.place()))))
                        .toList());
    }
}
