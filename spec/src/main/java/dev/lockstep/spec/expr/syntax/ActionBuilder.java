package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.expr.grammar.LockstepBaseVisitor;
import dev.lockstep.spec.expr.grammar.LockstepParser;
import java.util.ArrayList;
import java.util.List;

/** Makes {@link Action} of ANTLR's parse trees. */
final class ActionBuilder extends LockstepBaseVisitor<Action> {

    private final SyntaxBuilder syntax;

    ActionBuilder(SyntaxBuilder syntax) {
        this.syntax = syntax;
    }

    Action build(LockstepParser.ActionContext tree) {
        return tree.accept(this);
    }

    @Override
    public Action visitAssignOrPerform(LockstepParser.AssignOrPerformContext tree) {
        Syntax.Name name = syntax.name(tree.NAME().getSymbol());
        if (tree.ASSIGN() != null) {
            return new Action.Assign(name, syntax.build(tree.expression()), syntax.place(tree));
        }
        if (tree.slot().isEmpty()) {
            return new Action.Perform(name, syntax.arguments(tree.arguments()), syntax.place(tree));
        }
        var slots = new ArrayList<Action.Slot>();
        for (LockstepParser.SlotContext slot : tree.slot()) {
            slots.add(new Action.Slot(syntax.name(slot.NAME(0).getSymbol()), slotValue(slot)));
        }
        return new Action.PerformSlots(name, List.copyOf(slots), syntax.place(tree));
    }

    private Syntax slotValue(LockstepParser.SlotContext slot) {
        Syntax first = syntax.build(slot.slotValue());
        if (slot.NAME().size() == 1) {
            return first;
        }
        var values = new ArrayList<Syntax>();
        values.add(first);
        for (int i = 1; i < slot.NAME().size(); i++) {
            values.add(syntax.name(slot.NAME(i).getSymbol()));
        }
        return new Syntax.Names(List.copyOf(values), first.place());
    }

    @Override
    public Action visitStart(LockstepParser.StartContext tree) {
        return new Action.Start(
                false, syntax.name(tree.NAME().getSymbol()), syntax.build(tree.expression()), syntax.place(tree));
    }

    @Override
    public Action visitRestart(LockstepParser.RestartContext tree) {
        return new Action.Start(
                true, syntax.name(tree.NAME().getSymbol()), syntax.build(tree.expression()), syntax.place(tree));
    }

    @Override
    public Action visitCancel(LockstepParser.CancelContext tree) {
        return new Action.Cancel(syntax.name(tree.NAME().getSymbol()), syntax.place(tree));
    }

    @Override
    public Action visitCall(LockstepParser.CallContext tree) {
        return new Action.Call(syntax.name(tree.NAME().getSymbol()), syntax.place(tree));
    }

    @Override
    public Action visitDeleteTcb(LockstepParser.DeleteTcbContext tree) {
        return new Action.DeleteTcb(syntax.place(tree));
    }
}
