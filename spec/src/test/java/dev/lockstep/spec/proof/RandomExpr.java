package dev.lockstep.spec.proof;

import static dev.lockstep.spec.proof.Build.at;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Expr.Comparison;
import dev.lockstep.spec.expr.Expr.Function;
import dev.lockstep.spec.expr.Expr.Operator;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Well-typed expressions of every kind but those about ranges and timers, and values for their names, drawn at random. */
final class RandomExpr {

    static final Type.Enumeration COLOUR = new Type.Enumeration("colour", List.of("red", "green", "blue"));

    /** Values at which arithmetic goes wrong, if it does. */
    private static final long[] EDGES = {
        0, 1, 2, -1, -2, 7, 65535, (1 << 30) - 1, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x80000001L
    };

    private final Random random;
    private final List<Symbol> symbols = new ArrayList<>();

    RandomExpr(long seed) {
        random = new Random(seed);
        for (Type type :
                List.of(Simple.SEQ, Simple.SIZE, Simple.COUNT, Simple.DURATION, Simple.INSTANT, Simple.FLAG, COLOUR)) {
            for (int i = 0; i < 2; i++) {
                symbols.add(Build.field(Type.word(type) + i, type));
            }
        }
    }

    List<Symbol> symbols() {
        return symbols;
    }

    /** Any value of the type, edges often. */
    Object valueOf(Symbol symbol) {
        long value = random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextLong();
        return switch (symbol.type()) {
            case Type.Enumeration of -> Math.floorMod(value, of.values().size());
            case Type.SetOf of -> throw new IllegalArgumentException(of.toString());
            case Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT -> (int) value;
                    case DURATION, INSTANT -> value;
                    case FLAG -> (value & 1) == 0;
                    case RANGES, STATE -> throw new IllegalArgumentException(simple.word());
                };
        };
    }

    /** A flag. @param depth of nesting, at most */
    Expr flag(int depth) {
        return expr(Simple.FLAG, depth, symbols);
    }

    private Expr expr(Type type, int depth, List<Symbol> names) {
        if (depth == 0) {
            return leaf(type, names);
        }
        return switch (random.nextInt(8)) {
            case 0 -> leaf(type, names);
            case 1 ->
                new Expr.If(
                        expr(Simple.FLAG, depth - 1, names),
                        expr(type, depth - 1, names),
                        expr(type, depth - 1, names),
                        at(1));
            case 2 -> use(type, depth, names);
            default -> type == Simple.FLAG ? condition(depth - 1, names) : number(type, depth - 1, names);
        };
    }

    private Expr leaf(Type type, List<Symbol> names) {
        List<Symbol> fitting =
                names.stream().filter(symbol -> symbol.type().equals(type)).toList();
        if (!fitting.isEmpty() && random.nextInt(3) > 0) {
            return Build.name(fitting.get(random.nextInt(fitting.size())));
        }
        return switch (type) {
            case Type.Enumeration of ->
                new Expr.Enumeral(of.values().get(random.nextInt(of.values().size())), of, at(1));
            case Type.SetOf of -> throw new IllegalArgumentException(of.toString());
            case Simple simple ->
                switch (simple) {
                    case SEQ -> new Expr.Number(random.nextInt() & 0xFFFFFFFFL, type, at(1));
                    case SIZE, COUNT, DURATION, INSTANT -> new Expr.Number(random.nextInt(5), type, at(1));
                    case FLAG -> Build.truth(random.nextBoolean());
                    case STATE -> random.nextBoolean() ? new Expr.CurrentState(at(1)) : stateName();
                    case RANGES -> throw new IllegalArgumentException(simple.word());
                };
        };
    }

    private Expr stateName() {
        return new Expr.StateName(random.nextBoolean() ? Build.A : Build.B, at(1));
    }

    /** A definition of one argument, used. */
    private Expr use(Type type, int depth, List<Symbol> names) {
        var argument = new Argument("seq0", Simple.SEQ, "", at(1)); // hides the field of that name
        var inside = new ArrayList<>(names);
        inside.removeIf(symbol -> symbol.name().equals(argument.name()));
        inside.add(argument);
        var definition =
                new Definition("defined", List.of(argument), type, expr(type, depth - 1, inside), "", "", "", at(1));
        return new Expr.Use(definition, List.of(expr(Simple.SEQ, depth - 1, names)), at(1));
    }

    private Expr condition(int depth, List<Symbol> names) {
        return switch (random.nextInt(5)) {
            case 0 -> Build.not(expr(Simple.FLAG, depth, names));
            case 1 -> Build.and(expr(Simple.FLAG, depth, names), expr(Simple.FLAG, depth, names));
            case 2 ->
                Build.or(
                        expr(Simple.FLAG, depth, names),
                        expr(Simple.FLAG, depth, names),
                        expr(Simple.FLAG, depth, names));
            case 3 -> in(depth, names);
            default -> compare(depth, names);
        };
    }

    private Expr in(int depth, List<Symbol> names) {
        return switch (random.nextInt(3)) {
            case 0 -> new Expr.In(new Expr.CurrentState(at(1)), List.of(stateName()), at(1));
            case 1 ->
                new Expr.In(
                        expr(COLOUR, depth, names),
                        List.of(new Expr.Enumeral("red", COLOUR, at(1)), new Expr.Enumeral("blue", COLOUR, at(1))),
                        at(1));
            default -> {
                var members =
                        List.<Expr>of(new Expr.Number(3, Simple.COUNT, at(1)), new Expr.Number(4, Simple.COUNT, at(1)));
                yield new Expr.In(expr(Simple.COUNT, depth, names), members, at(1));
            }
        };
    }

    private Expr compare(int depth, List<Symbol> names) {
        boolean ordered = random.nextInt(4) > 0;
        List<Type> types = ordered
                ? List.of(Simple.SEQ, Simple.SEQ, Simple.SIZE, Simple.COUNT, Simple.DURATION, Simple.INSTANT)
                : List.of(COLOUR, Simple.FLAG, Simple.STATE);
        Type type = types.get(random.nextInt(types.size()));
        var operands = new ArrayList<Expr>(List.of(operand(type, depth, names)));
        var comparisons = new ArrayList<Comparison>();
        do {
            comparisons.add(Comparison.values()[random.nextInt(ordered ? Comparison.values().length : 2)]);
            operands.add(operand(type, depth, names));
        } while (random.nextInt(3) == 0);
        return new Expr.Compare(operands, comparisons, at(1));
    }

    private Expr operand(Type type, int depth, List<Symbol> names) {
        return type == Simple.STATE ? leaf(type, names) : expr(type, depth, names);
    }

    private Expr number(Type type, int depth, List<Symbol> names) {
        if (type instanceof Type.Enumeration) {
            return leaf(type, names);
        }
        if (random.nextInt(4) == 0) {
            return Build.builtin(
                    random.nextBoolean() ? Function.MIN : Function.MAX,
                    type,
                    expr(type, depth, names),
                    expr(type, depth, names));
        }
        return switch ((Simple) type) {
            case SEQ ->
                sum(random.nextBoolean() ? Operator.PLUS : Operator.MINUS, type, Simple.SEQ, Simple.SIZE, depth, names);
            case SIZE -> size(depth, names);
            case COUNT -> sum(anyOperator(), type, Simple.COUNT, Simple.COUNT, depth, names);
            case DURATION -> duration(depth, names);
            case INSTANT -> sum(Operator.PLUS, type, Simple.INSTANT, Simple.DURATION, depth, names);
            case FLAG, RANGES, STATE -> throw new IllegalArgumentException(Type.word(type));
        };
    }

    private Expr size(int depth, List<Symbol> names) {
        return switch (random.nextInt(5)) {
            case 0 -> sum(Operator.MINUS, Simple.SIZE, Simple.SEQ, Simple.SEQ, depth, names);
            case 1 -> sum(Operator.TIMES, Simple.SIZE, Simple.SIZE, Simple.COUNT, depth, names);
            case 2 -> sum(Operator.DIVIDE, Simple.SIZE, Simple.SIZE, Simple.COUNT, depth, names);
            case 3 -> Build.builtin(Function.ABS, Simple.SIZE, expr(Simple.SIZE, depth, names));
            default -> sum(anyOperator(), Simple.SIZE, Simple.SIZE, Simple.SIZE, depth, names);
        };
    }

    private Expr duration(int depth, List<Symbol> names) {
        return switch (random.nextInt(5)) {
            case 0 -> sum(Operator.MINUS, Simple.DURATION, Simple.INSTANT, Simple.INSTANT, depth, names);
            case 1 -> sum(Operator.TIMES, Simple.DURATION, Simple.COUNT, Simple.DURATION, depth, names);
            case 2 -> sum(Operator.DIVIDE, Simple.DURATION, Simple.DURATION, Simple.COUNT, depth, names);
            case 3 -> Build.builtin(Function.ABS, Simple.DURATION, expr(Simple.DURATION, depth, names));
            default -> sum(Operator.PLUS, Simple.DURATION, Simple.DURATION, Simple.DURATION, depth, names);
        };
    }

    private Operator anyOperator() {
        return Operator.values()[random.nextInt(Operator.values().length)];
    }

    private Expr sum(Operator operator, Type type, Type left, Type right, int depth, List<Symbol> names) {
        return new Expr.Arithmetic(operator, expr(left, depth, names), expr(right, depth, names), type, at(1));
    }
}
