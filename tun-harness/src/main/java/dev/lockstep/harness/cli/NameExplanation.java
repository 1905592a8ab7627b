package dev.lockstep.harness.cli;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.yaml.EntryText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a variable, parameter, input, field, definition or invariant is, and which rows assign or read it. */
final class NameExplanation {

    private static final int WIDTH = 100;

    private NameExplanation() {}

    /** Everything in a protocol that can be explained here. */
    static List<String> names(Protocol protocol) {
        var names = new ArrayList<String>();
        symbols(protocol).forEach(symbol -> names.add(symbol.name()));
        protocol.definitions().forEach(definition -> names.add(definition.name()));
        invariants(protocol).forEach(invariant -> names.add(invariant.id()));
        return names;
    }

    /** False if the protocol has nothing of this name. */
    static boolean print(Protocol protocol, String name, PrintWriter out) {
        Optional<Symbol> symbol = symbols(protocol).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        symbol.ifPresent(found -> print(protocol, found, out));
        Optional<Definition> definition = protocol.definitions().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        definition.ifPresent(found -> print(protocol, found, out));
        Optional<Invariant> invariant = invariants(protocol).stream()
                .filter(one -> one.id().equals(name))
                .findFirst();
        invariant.ifPresent(found -> {
            head("invariant", name, protocol, found.place(), out);
            text(found.place(), out);
        });
        return symbol.isPresent() || definition.isPresent() || invariant.isPresent();
    }

    private static List<Symbol> symbols(Protocol protocol) {
        var symbols = new ArrayList<Symbol>(protocol.variables());
        symbols.addAll(protocol.parameters());
        symbols.addAll(protocol.inputs());
        protocol.events().forEach(event -> symbols.addAll(event.fields()));
        return symbols;
    }

    private static List<Invariant> invariants(Protocol protocol) {
        var invariants = new ArrayList<>(protocol.invariants());
        protocol.events().forEach(event -> invariants.addAll(event.assumes()));
        return invariants;
    }

    private static void print(Protocol protocol, Symbol symbol, PrintWriter out) {
        String kind = symbol.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        head(kind + " of type " + Type.word(symbol.type()) + ":", symbol.name(), protocol, symbol.place(), out);
        text(symbol.place(), out);
        if (symbol instanceof Variable) {
            rows("assigned by", protocol, row -> assigns(row, symbol), out);
        }
        rows("read by", protocol, row -> reads(row, symbol), out);
        for (Procedure procedure : protocol.procedures()) {
            if (procedure.chosenBy().filter(choice -> reads(choice, symbol)).isPresent()) {
                out.println("  chooses: " + procedure.name());
            }
        }
    }

    private static void print(Protocol protocol, Definition definition, PrintWriter out) {
        head("definition", definition.name(), protocol, definition.place(), out);
        text(definition.place(), out);
        rows("used by", protocol, row -> uses(row, definition), out);
    }

    private static void head(String kind, String name, Protocol protocol, Place place, PrintWriter out) {
        out.println(kind + " " + name + " of " + protocol.name() + " (" + place + ")");
        out.println();
    }

    private static void text(Place place, PrintWriter out) {
        EntryText.at(place).forEach(line -> out.println("  " + line));
        out.println();
    }

    private static void rows(String title, Protocol protocol, Predicate<Row> wanted, PrintWriter out) {
        var line = new StringBuilder("  " + title + ":");
        boolean isNone = true;
        for (Procedure procedure : protocol.procedures()) {
            for (Step step : procedure.steps()) {
                for (Row row : step.rows()) {
                    if (!wanted.test(row)) {
                        continue;
                    }
                    isNone = false;
                    if (line.length() + row.id().length() > WIDTH) {
                        out.println(line);
                        line = new StringBuilder("   ");
                    }
                    line.append(' ').append(row.id());
                }
            }
        }
        out.println(isNone ? "  " + title + " no row" : line.toString());
    }

    private static boolean assigns(Row row, Symbol symbol) {
        return row.actions().stream()
                .anyMatch(action -> action instanceof Statement.Assign assign
                        && assign.variable().equals(symbol));
    }

    private static boolean reads(Row row, Symbol symbol) {
        return expressions(row).stream().anyMatch(expr -> reads(expr, symbol));
    }

    private static boolean reads(Expr expr, Symbol symbol) {
        return Reads.of(expr).symbols().contains(symbol);
    }

    private static boolean uses(Row row, Definition definition) {
        return expressions(row).stream().anyMatch(expr -> uses(expr, definition));
    }

    private static boolean uses(Expr expr, Definition definition) {
        return expr.partsThroughDefinitions()
                .anyMatch(part ->
                        part instanceof Expr.Use use && use.definition().name().equals(definition.name()));
    }

    private static List<Expr> expressions(Row row) {
        var all = new ArrayList<Expr>();
        all.add(row.when());
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign assign -> all.add(assign.value());
                case Statement.Perform perform -> all.addAll(perform.arguments());
                case Statement.Start start -> all.add(start.duration());
                case Statement.Restart restart -> all.add(restart.duration());
                case Statement.Cancel cancel -> {}
                case Statement.Call call -> {}
                case Statement.DeleteTcb delete -> {}
            }
        }
        return all;
    }
}
