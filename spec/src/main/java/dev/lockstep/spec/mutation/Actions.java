package dev.lockstep.spec.mutation;

import dev.lockstep.spec.expr.syntax.Action;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;

/** What can be changed in an entry of {@code do:}, besides that it can be dropped. */
final class Actions {

    private final Protocol protocol;

    Actions(Protocol protocol) {
        this.protocol = protocol;
    }

    static Kind dropped(Action action) {
        return switch (action) {
            case Action.Assign ignored -> Kind.ASSIGNMENT;
            case Action.Perform ignored -> Kind.EFFECT;
            case Action.PerformSlots ignored -> Kind.EFFECT;
            case Action.Start ignored -> Kind.EFFECT;
            case Action.Cancel ignored -> Kind.EFFECT;
            case Action.Call ignored -> Kind.EFFECT;
            case Action.DeleteTcb ignored -> Kind.EFFECT;
        };
    }

    List<Splice> of(Action action) {
        return switch (action) {
            case Action.Assign assign -> Expressions.of(assign.value());
            case Action.Perform perform -> perform(perform);
            case Action.PerformSlots perform ->
                perform.slots().stream()
                        .flatMap(slot -> Expressions.of(slot.value()).stream())
                        .toList();
            case Action.Start ignored -> List.of(); // how long is a duration
            case Action.Cancel ignored -> List.of();
            case Action.Call ignored -> List.of();
            case Action.DeleteTcb ignored -> List.of();
        };
    }

    private List<Splice> perform(Action.Perform perform) {
        var splices = new ArrayList<Splice>();
        for (int i = 0; i < perform.arguments().size(); i++) {
            Syntax argument = perform.arguments().get(i);
            splices.addAll(Expressions.of(argument));
            if (argument instanceof Syntax.Name name) {
                others(perform.effect().name(), i, name, splices);
            }
        }
        return List.copyOf(splices);
    }

    /** {@code tell(closed)}: everything else that could be told. */
    private void others(String effect, int slot, Syntax.Name name, List<Splice> splices) {
        protocol.effects().stream()
                .filter(declared -> declared.name().equals(effect))
                .map(Effect::slots)
                .filter(slots -> slot < slots.size())
                .map(slots -> slots.get(slot).argument().type())
                .filter(Type.Enumeration.class::isInstance)
                .flatMap(type -> ((Type.Enumeration) type).values().stream())
                .filter(value -> !value.equals(name.name()))
                .forEach(value -> splices.add(new Splice(
                        Kind.ARGUMENT,
                        Texts.offset(name),
                        name.name().length(),
                        value,
                        value + " instead of " + name.name())));
    }
}
