package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.Doc.cat;
import static dev.lockstep.generators.tla.Doc.group;
import static dev.lockstep.generators.tla.Doc.line;
import static dev.lockstep.generators.tla.Doc.text;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Effect;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a row does: all assignments at once, then effects, timers and calls in their order, each on the record the one
 * before it left. Right-hand sides and arguments read {@code tcb}, the control block from before the row.
 */
final class EffectWriter {

    private final ProtocolNaming naming;
    private final ExprPrinter printer;
    private final Abstraction abstraction;
    private final Predicate<Hook> isFree;

    /** @param isFree does a call of this hook have several outcomes? */
    EffectWriter(ProtocolNaming naming, Abstraction abstraction, Predicate<Hook> isFree) {
        this.naming = naming;
        this.printer = new ExprPrinter(naming);
        this.abstraction = abstraction;
        this.isFree = isFree;
    }

    /** Does the row call something with several outcomes? Then its effect is a set of them. */
    boolean isFree(Row row) {
        return row.actions().stream()
                .anyMatch(action -> action instanceof Statement.Call(Hook hook, var ignored) && isFree.test(hook));
    }

    /** @param stops does it have to say so? */
    Doc of(Row row, String record, boolean stops) {
        boolean readsBlock = readsBlock(row);
        var chain = new Chain(fire(row, readsBlock ? "tcb" : "w.tcb"));
        for (Statement statement : row.actions()) {
            link(statement, record).ifPresent(chain::add);
        }
        if (stops) {
            chain.add(new Link("Stop", List.of(), false));
        }
        return chain.print(readsBlock);
    }

    /** The row and its assignments. */
    private Doc fire(Row row, String block) {
        var changes = new ArrayList<Doc>();
        for (Statement statement : row.actions()) {
            if (statement instanceof Statement.Assign(var variable, Expr value, var ignored)
                    && !abstraction.hides(variable)) {
                changes.add(change(Identifiers.flat(variable.name()), printer.whole(value)));
            }
        }
        boolean deletes = row.actions().stream().anyMatch(Statement.DeleteTcb.class::isInstance);
        if (!deletes) {
            row.to().ifPresent(state -> changes.add(change("STATE", text(Identifiers.string(state.name())))));
        }
        Doc after = changes.isEmpty()
                ? text(block)
                : group(
                        text("[" + block + " EXCEPT "),
                        new Doc.Align(Doc.join(cat(text(","), line()), changes)),
                        text("]"));
        var arguments = new ArrayList<Doc>(List.of(text("w"), text(Identifiers.string(row.id())), after));
        List<String> sizes = sizes(row);
        if (sizes.isEmpty()) {
            return ExprPrinter.apply("Fire", arguments);
        }
        arguments.add(ExprPrinter.strings(sizes));
        return ExprPrinter.apply("FireWithSizes", arguments);
    }

    /** Proofs rely in the middle of an event on sizes that keep to their range, whether or not that is proved: it is looked at. */
    private List<String> sizes(Row row) {
        return row.actions().stream()
                .filter(Statement.Assign.class::isInstance)
                .map(statement -> ((Statement.Assign) statement).variable())
                .filter(variable -> isSize(variable.type()) && !abstraction.hides(variable))
                .map(variable -> Identifiers.flat(variable.name()))
                .toList();
    }

    static boolean isSize(Type type) {
        return type == Type.Simple.SIZE || type == Type.Simple.COUNT;
    }

    private static Doc change(String field, Doc value) {
        return group(text("!." + field + " ="), new Doc.Nest(2, line()), new Doc.Align(value));
    }

    /** What comes after the assignments: an operator on the record so far. */
    private Optional<Link> link(Statement statement, String record) {
        return switch (statement) {
            case Statement.Assign ignored -> Optional.empty();
            case Statement.Perform perform ->
                Optional.of(new Link(
                        operator(perform.effect()),
                        perform.arguments().stream().map(printer::whole).toList(),
                        false));
            case Statement.Start start -> Optional.of(timer("Arm", start.timer().name()));
            case Statement.Restart restart ->
                Optional.of(timer("Arm", restart.timer().name()));
            case Statement.Cancel cancel ->
                Optional.of(timer("Disarm", cancel.timer().name()));
            case Statement.Call call ->
                isAnswered(call.hook()) ? Optional.of(call(call.hook(), record)) : Optional.empty();
            case Statement.DeleteTcb ignored -> Optional.of(new Link("Delete", List.of(), false));
        };
    }

    /** What the mechanism's module calls it: {@code DoSend} for {@code send}. */
    static String operator(Effect effect) {
        return "Do" + Identifiers.camel(effect.name());
    }

    private static Link timer(String operator, String timer) {
        return new Link(operator, List.of(text(Identifiers.string(timer))), false);
    }

    /** A hook that nobody answers does nothing. */
    private boolean isAnswered(Hook hook) {
        return !Needs.answering(naming.protocol(), hook).isEmpty();
    }

    private Link call(Hook hook, String record) {
        List<Doc> arguments = naming.parameters(naming.needs().hook(hook), record).stream()
                .map(Doc::text)
                .toList();
        return new Link("Call" + Identifiers.camel(hook.name()), arguments, isFree.test(hook));
    }

    private boolean readsBlock(Row row) {
        return row.actions().stream()
                .flatMap(statement -> switch (statement) {
                    case Statement.Assign assign ->
                        abstraction.hides(assign.variable()) ? Stream.<Expr>empty() : Stream.of(assign.value());
                    case Statement.Perform perform -> perform.arguments().stream();
                    case Statement.Start ignored -> Stream.<Expr>empty();
                    case Statement.Restart ignored -> Stream.<Expr>empty();
                    case Statement.Cancel ignored -> Stream.<Expr>empty();
                    case Statement.Call ignored -> Stream.<Expr>empty();
                    case Statement.DeleteTcb ignored -> Stream.<Expr>empty();
                })
                .anyMatch(expr -> Reads.of(expr).controlBlock());
    }

    /** {@code Operator(record so far, arguments)}; a free one gives a set of records. */
    private record Link(String operator, List<Doc> arguments, boolean free) {
        Doc on(Doc record) {
            var all = new ArrayList<Doc>();
            all.add(record);
            all.addAll(arguments);
            return ExprPrinter.apply(operator, all);
        }
    }

    /** {@code LET w1 == ... w2 == ... IN w2}, shorter where there is little to do. */
    private static final class Chain {
        private final Doc fire;
        private final List<Link> links = new ArrayList<>();

        Chain(Doc fire) {
            this.fire = fire;
        }

        void add(Link link) {
            links.add(link);
        }

        Doc print(boolean readsBlock) {
            if (!readsBlock && links.size() <= 1) {
                return links.isEmpty() ? fire : links.getFirst().on(fire);
            }
            if (links.isEmpty()) {
                return cat(text("LET tcb == w.tcb"), new Doc.Break(""), text("IN "), new Doc.Align(fire));
            }
            var lines = new ArrayList<Doc>();
            if (readsBlock) {
                lines.add(text("tcb == w.tcb"));
            }
            lines.add(cat(text("w1 == "), new Doc.Align(fire)));
            boolean many = false;
            for (int i = 0; i < links.size() - 1; i++) {
                lines.add(cat(text("w" + (i + 2) + " == "), new Doc.Align(step(i, many))));
                many |= links.get(i).free();
            }
            Doc last = step(links.size() - 1, many);
            return cat(
                    text("LET "),
                    new Doc.Align(Doc.join(new Doc.Break(""), lines)),
                    new Doc.Break(""),
                    text("IN "),
                    new Doc.Align(last));
        }

        private Doc step(int i, boolean many) {
            Link link = links.get(i);
            String before = "w" + (i + 1);
            if (!many) {
                return link.on(text(before));
            }
            Doc each = link.on(text("x"));
            return link.free()
                    ? group(text("UNION {"), each, text(" : x \\in " + before + "}"))
                    : group(text("{"), each, text(" : x \\in " + before + "}"));
        }
    }
}
