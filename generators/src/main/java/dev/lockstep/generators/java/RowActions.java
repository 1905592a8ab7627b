package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements of one row. All right-hand sides and arguments read the values from before the row; all assignments take
 * place before the first effect. Assignments keep the author's order unless another one needs fewer locals.
 */
final class RowActions {

    /**
     * One statement of Java, as the templates know it.
     *
     * @param line the statement; for a timer what is asked of the mechanism
     * @param cell for a timer, whether it is armed
     * @param start and the two after it: which of the timer's statements this is, if any
     */
    record Action(String line, String cell, boolean start, boolean restart, boolean cancel) {
        static Action plain(String line) {
            return new Action(line, "", false, false, false);
        }
    }

    private final Surface surface;
    private final Cells cells;
    private final Row row;
    private final Locals locals;
    private final List<Surface.Slot> handed;
    private final int indent;

    private RowActions(Surface surface, Row row, List<Surface.Slot> handed, int indent) {
        this.surface = surface;
        this.cells = new Cells(surface);
        this.row = row;
        this.handed = handed;
        this.indent = indent;
        List<Expr> expressions = row.actions().stream()
                .flatMap(action -> action.expressions().stream())
                .toList();
        this.locals = new Locals(surface, cells, expressions, handed);
        keepInputs(expressions);
    }

    /** @param indent of the place where the statements will stand */
    static List<Action> of(Surface surface, Row row, List<Surface.Slot> handed, int indent) {
        return new RowActions(surface, row, handed, indent).actions();
    }

    private List<Action> actions() {
        keepForEffects();
        List<Statement.Assign> ordered = order();
        List<Action> assignments = ordered.stream().map(this::assignment).toList();
        List<Action> effects = row.actions().stream()
                .filter(action -> !(action instanceof Statement.Assign))
                .flatMap(this::effect)
                .toList();
        List<Action> actions = new ArrayList<>();
        locals.declarations(indent).forEach(line -> actions.add(Action.plain(line)));
        actions.addAll(assignments);
        row.to()
                .ifPresent(
                        state -> actions.add(Action.plain(surface.stateCell() + " = " + surface.state(state) + ";")));
        actions.addAll(effects);
        return actions;
    }

    /** The surroundings are asked once per row for an input. */
    private void keepInputs(List<Expr> expressions) {
        expressions.stream().flatMap(Expr::parts).forEach(part -> {
            if (part instanceof Expr.Name name && name.symbol() instanceof Input input) {
                locals.keepRepeated(part, Words.camel(input.name()));
            }
        });
    }

    // ------------------------------------------------------------------------------------------------- order

    /** Keeps what effects and timers read after the assignments, or after a call, have overwritten it. */
    private void keepForEffects() {
        Set<String> overwritten = new HashSet<>();
        assigns().forEach(assign -> overwritten.addAll(cells.written(assign)));
        row.to().ifPresent(state -> overwritten.add(surface.stateCell()));
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign ignored -> {}
                case Statement.Perform perform -> {
                    List<Effect.Slot> slots = perform.effect().slots();
                    for (int i = 0; i < slots.size(); i++) {
                        String purpose = Words.camel(slots.get(i).argument().name());
                        locals.keepStale(perform.arguments().get(i), overwritten, purpose);
                    }
                }
                case Statement.Start start -> locals.keepStale(start.duration(), overwritten, "duration");
                case Statement.Restart restart -> locals.keepStale(restart.duration(), overwritten, "duration");
                case Statement.Cancel ignored -> {}
                case Statement.Call ignored -> {}
                case Statement.DeleteTcb ignored -> {}
            }
            if (!(action instanceof Statement.Assign)) {
                overwritten.addAll(cells.written(action));
            }
        }
    }

    /** The assignments in an order in which none overwrites what a later one reads. */
    private List<Statement.Assign> order() {
        List<Statement.Assign> waiting = new ArrayList<>(assigns().toList());
        List<Statement.Assign> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Statement.Assign next = waiting.stream()
                    .filter(assign -> readers(assign, waiting).isEmpty())
                    .findFirst()
                    .orElseGet(waiting::getFirst);
            // Only where they read each other in a circle is anybody left to read the old value.
            for (Statement.Assign reader : readers(next, waiting)) {
                locals.keepStale(
                        reader.value(),
                        cells.written(next),
                        "new" + Words.pascal(reader.variable().name()));
            }
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** The other assignments that read what this one overwrites. */
    private List<Statement.Assign> readers(Statement.Assign assign, List<Statement.Assign> waiting) {
        String cell = surface.cell(assign.variable());
        return waiting.stream()
                .filter(other ->
                        !other.equals(assign) && locals.read(other.value()).contains(cell))
                .toList();
    }

    private Stream<Statement.Assign> assigns() {
        return row.actions().stream().filter(Statement.Assign.class::isInstance).map(Statement.Assign.class::cast);
    }

    // ------------------------------------------------------------------------------------------------- statements

    private Action assignment(Statement.Assign assign) {
        String cell = surface.cell(assign.variable());
        if (assign.variable().type() == Type.Simple.RANGES) {
            if (!(assign.value() instanceof Expr.Builtin change)) {
                throw new IllegalArgumentException(assign.place() + ": ranges are assigned by none, with and from");
            }
            return line(locals.printer().change(cell, change));
        }
        return line(Increment.of(assign)
                .map(increment -> increment.print(cell, locals.printer()))
                .orElseGet(() -> Doc.of(Doc.text(cell + " = "), locals.printer().doc(assign.value()))));
    }

    private Stream<Action> effect(Statement statement) {
        return switch (statement) {
            case Statement.Assign ignored -> Stream.empty();
            case Statement.Perform perform ->
                Stream.of(line(Doc.call(
                        "effects." + Words.camel(perform.effect().name()),
                        perform.arguments().stream().map(locals.printer()::doc).toList())));
            case Statement.Start start ->
                Stream.of(new Action(
                        arm(start.timer(), start.duration(), indent + 4),
                        surface.timerCell(start.timer()),
                        true,
                        false,
                        false));
            case Statement.Restart restart ->
                Stream.of(new Action(
                        arm(restart.timer(), restart.duration(), indent),
                        surface.timerCell(restart.timer()),
                        false,
                        true,
                        false));
            case Statement.Cancel cancel ->
                Stream.of(new Action(
                        "effects.cancel(" + surface.timer(cancel.timer()) + ");",
                        surface.timerCell(cancel.timer()),
                        false,
                        false,
                        true));
            case Statement.Call call ->
                Stream.of(line(Doc.text("Hooks." + Words.camel(call.hook().name()) + "("
                        + JavaExpr.actual(hookArguments(call)) + ")")));
            case Statement.DeleteTcb ignored ->
                Stream.of(
                        Action.plain(surface.blockName() + ".clear(parameters);"),
                        Action.plain("effects.deleteTcb();"));
        };
    }

    /** A hook without event is handed none, although the caller has one. */
    private List<Surface.Slot> hookArguments(Statement.Call call) {
        if (!call.hook().event().isEmpty()) {
            return handed;
        }
        Set<String> common = Set.of(surface.blockName(), "parameters", "effects");
        return handed.stream().filter(slot -> common.contains(slot.name())).toList();
    }

    private String arm(Timer timer, Expr duration, int column) {
        Doc milliseconds = locals.printer().doc(duration);
        Doc arm = Doc.call("effects.arm", List.of(Doc.text(surface.timer(timer)), milliseconds));
        return Layout.lines(Doc.of(arm, Doc.text(";")), column);
    }

    private Action line(Doc statement) {
        return Action.plain(Layout.lines(Doc.of(statement, Doc.text(";")), indent));
    }
}
