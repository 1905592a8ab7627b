package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Trigger;
import java.util.List;
import java.util.stream.Stream;

/** The class of the hooks, as its template knows it. */
record HooksFile(String source, String packageName, List<String> imports, List<HookView> hooks) {

    /** A hook and the procedures that may answer it. */
    record HookView(List<String> doc, String method, String formal, List<Answer> answers) {}

    /**
     * One procedure.
     *
     * @param test {@code if (...) {}; empty when it always answers
     */
    record Answer(String test, String call) {}

    static HooksFile of(Surface surface) {
        return new HooksFile(
                surface.protocol().name() + "/*.yaml",
                surface.packageName(),
                imports(surface),
                surface.protocol().hooks().stream()
                        .map(hook -> view(surface, hook))
                        .toList());
    }

    private static HookView view(Surface surface, Hook hook) {
        Trigger trigger = new Trigger.OnHook(hook);
        List<Surface.Slot> handed = surface.handed(trigger);
        return new HookView(
                Prose.doc(hook.about().isEmpty() ? hook.name() : hook.name() + ": " + hook.about(), 4),
                Words.camel(hook.name()),
                JavaExpr.formal(handed),
                EventsFile.procedures(surface, trigger).stream()
                        .map(procedure -> answer(surface, procedure, handed))
                        .toList());
    }

    private static Answer answer(Surface surface, Procedure procedure, List<Surface.Slot> handed) {
        boolean everyState = procedure.states().containsAll(surface.protocol().states());
        String test = Guard.test(
                surface,
                everyState ? List.of() : procedure.states(),
                procedure.chosenBy().stream().toList(),
                8);
        return new Answer(test, Dispatch.run(surface, procedure, handed));
    }

    private static List<String> imports(Surface surface) {
        var conditions = surface.protocol().procedures().stream()
                .filter(procedure -> procedure.trigger() instanceof Trigger.OnHook)
                .flatMap(procedure -> procedure.chosenBy().stream());
        return Head.imports(DefinitionsFile.imports(surface, conditions), Stream.of(), List.of());
    }
}
