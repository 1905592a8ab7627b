package dev.lockstep.generators.tla;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.template.Templates;
import dev.lockstep.generators.tla.slice.Slice;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What TLC needs to check a model, besides the modules written by hand. */
public final class ModelGenerator {

    /** The variable that tells which rows fired. */
    public static final String ROWS = "fired";

    private ModelGenerator() {}

    /** The module's name: {@code Open} for the model {@code open}. TLC is run on {@code Open.tla} with {@code Open.cfg}. */
    public static String moduleName(Model model) {
        return ModelModule.name(model);
    }

    /** The name of a claim's operator: {@code S2Agree} for {@code s2-agree}. TLC names it when the claim is false. */
    public static String operatorName(Claim claim) {
        return Identifiers.camel(claim.id());
    }

    /** The name of what a model checks of an invariant of the tables: {@code InvSynHolds} for {@code inv-syn}. */
    public static String operatorName(Invariant invariant) {
        return ModelModule.holds(ProtocolModule.invariantName(invariant));
    }

    /** {@code Open.tla}, {@code Open.cfg}, and the protocol's module, without what the model leaves out and without rows that cannot fire in it. */
    public static List<GeneratedFile> generate(Model model) {
        return generate(model, Optional.empty());
    }

    /**
     * As {@link #generate}, but with one variable more, {@link #ROWS}: the ids of the rows that fired in the step that led to a
     * state. No action reads it, so steps are the same but for it; a state that different rows lead to is there once for each.
     */
    public static List<GeneratedFile> generateTellingRows(Model model) {
        return generate(model, Optional.of(ROWS));
    }

    private static List<GeneratedFile> generate(Model whole, Optional<String> rows) {
        Model model = Slice.of(whole);
        var abstraction =
                new Abstraction(model.hidden().stream().map(Variable::name).collect(Collectors.toSet()));
        var templates = new Templates(ModelGenerator.class, "model.stg");
        ModelModule.View view = new ModelModule(model, abstraction).view(rows);
        return List.of(
                new GeneratedFile(view.name() + ".tla", templates.render("model", "m", view)),
                new GeneratedFile(view.name() + ".cfg", templates.render("config", "m", view)),
                TlaGenerator.module(model.protocol(), abstraction));
    }
}
