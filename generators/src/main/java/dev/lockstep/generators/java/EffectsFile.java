package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The interface of effects, as its template knows it. */
record EffectsFile(String source, String packageName, List<String> imports, String block, List<MethodView> methods) {

    /** One method of the interface. */
    record MethodView(List<String> doc, String signature) {}

    static EffectsFile of(Surface surface) {
        Protocol protocol = surface.protocol();
        List<MethodView> methods = new ArrayList<>();
        protocol.inputs().forEach(input -> methods.add(input(surface, input)));
        protocol.effects().forEach(effect -> methods.add(effect(surface, effect)));
        if (!protocol.timers().isEmpty()) {
            methods.add(method(
                    "Arms a timer, or arms it anew: it expires so many milliseconds from now.",
                    "void arm(Timer timer, long milliseconds)"));
            methods.add(method("Disarms a timer that is armed.", "void cancel(Timer timer)"));
        }
        if (protocol.states().stream().anyMatch(state -> !state.hasControlBlock())) {
            methods.add(method(
                    "The control block is deleted: it holds its start values again, its timers are cancelled, and the "
                            + "mechanism may forget the connection. Comes last in its row; timers are not cancelled one by one.",
                    "void deleteTcb()"));
        }
        return new EffectsFile(
                protocol.name() + "/vocabulary.yaml",
                surface.packageName(),
                List.of(),
                protocol.controlBlock(),
                methods);
    }

    private static MethodView input(Surface surface, Input input) {
        String about = input.about().isEmpty() ? input.name() : input.name() + ": " + input.about();
        return method(
                about + ". The same value throughout an event.",
                surface.type(input.type()) + " " + Words.camel(input.name()) + "()");
    }

    private static MethodView effect(Surface surface, Effect effect) {
        List<String> doc = new ArrayList<>(
                Prose.doc(effect.about().isEmpty() ? effect.name() : effect.name() + ": " + effect.about(), 4));
        boolean documented = false;
        for (Effect.Slot slot : effect.slots()) {
            String about = about(surface, slot);
            if (about.isEmpty()) {
                continue;
            }
            if (!documented) {
                doc.add("");
                documented = true;
            }
            doc.addAll(Prose.wrap(
                    "@param " + surface.argument(slot.argument()) + " " + about, Layout.WIDTH - 4 - " * ".length()));
        }
        String formal = effect.slots().stream()
                .map(slot -> surface.type(slot.argument().type()) + " " + surface.argument(slot.argument()))
                .collect(Collectors.joining(", "));
        return new MethodView(doc, "void " + Words.camel(effect.name()) + "(" + formal + ")");
    }

    private static String about(Surface surface, Effect.Slot slot) {
        String about = Prose.escape(slot.argument().about());
        if (slot.argument().type() instanceof Type.SetOf set) {
            String bits = "bits of {@link " + surface.bits(set.of()) + "}";
            return about.isEmpty() ? bits : about + "; " + bits;
        }
        return about;
    }

    private static MethodView method(String doc, String signature) {
        return new MethodView(Prose.doc(doc, 4), signature);
    }
}
