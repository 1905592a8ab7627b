package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints expressions as Java, with parentheses where Java or a reader needs them. */
final class JavaExpr {

    private final Surface surface;
    private final Map<String, String> locals;

    /** @param locals expressions, as {@link #flat} prints them, whose value a local variable already holds */
    JavaExpr(Surface surface, Map<String, String> locals) {
        this.surface = surface;
        this.locals = Map.copyOf(locals);
    }

    /** How tightly an expression holds together; each operator wants operands of at least some level. */
    private enum Level {
        TERNARY,
        OR,
        AND,
        BIT_OR,
        EQUALITY,
        RELATIONAL,
        ADDITIVE,
        MULTIPLICATIVE,
        UNARY,
        PRIMARY
    }

    private record Printed(Doc doc, Level level) {
        static Printed primary(String text) {
            return new Printed(Doc.text(text), Level.PRIMARY);
        }
    }

    /** On one line, without locals. Equal texts mean equal values as long as nothing is assigned in between. */
    static String flat(Surface surface, Expr expr) {
        return Layout.flat(new JavaExpr(surface, Map.of()).doc(expr));
    }

    /** The expression where nothing binds tighter: a right-hand side, an argument. */
    Doc doc(Expr expr) {
        return print(expr).doc();
    }

    /**
     * Everything holds: the state is one of {@code states}, all conditions are true, and so is {@code last}. Nothing when
     * nothing is asked.
     *
     * @param states empty for any state
     * @param last Java that is evaluated when all else is true
     */
    Optional<Doc> allOf(List<State> states, List<Expr> conditions, List<Doc> last) {
        List<Printed> conjuncts = new ArrayList<>();
        if (!states.isEmpty()) {
            conjuncts.add(anyOf(states.stream()
                    .map(state -> equal(Doc.text(surface.stateCell()), "==", Doc.text(surface.state(state))))
                    .toList()));
        }
        conditions.stream().flatMap(JavaExpr::conjuncts).map(this::print).forEach(conjuncts::add);
        last.forEach(question -> conjuncts.add(new Printed(question, Level.EQUALITY)));
        return switch (conjuncts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(conjuncts.getFirst().doc());
            default ->
                Optional.of(Doc.infix(
                        conjuncts.stream()
                                .map(conjunct -> at(Level.AND, conjunct))
                                .toList(),
                        "&&"));
        };
    }

    private static Stream<Expr> conjuncts(Expr condition) {
        if (condition instanceof Expr.And and) {
            return and.operands().stream().flatMap(JavaExpr::conjuncts);
        }
        boolean always =
                condition instanceof Expr.Otherwise || (condition instanceof Expr.Truth truth && truth.value());
        return always ? Stream.empty() : Stream.of(condition);
    }

    private Doc at(Level least, Expr expr) {
        return at(least, print(expr));
    }

    private static Doc at(Level least, Printed printed) {
        boolean parentheses = printed.level().compareTo(least) < 0;
        return parentheses ? Doc.of(Doc.text("("), printed.doc(), Doc.text(")")) : printed.doc();
    }

    private Printed print(Expr expr) {
        if (!locals.isEmpty()) {
            String local = locals.get(flat(surface, expr));
            if (local != null) {
                return Printed.primary(local);
            }
        }
        return switch (expr) {
            case Expr.Number number -> Printed.primary(literal(number.value(), number.type()));
            case Expr.Truth truth -> Printed.primary(String.valueOf(truth.value()));
            case Expr.Enumeral enumeral ->
                Printed.primary(surface.enumeration(enumeral.type()) + "." + Words.constant(enumeral.value()));
            case Expr.EnumeralSet set -> bits(set);
            case Expr.Name name -> Printed.primary(surface.read(name.symbol()));
            case Expr.CurrentState ignored -> Printed.primary(surface.stateCell());
            case Expr.StateName name -> Printed.primary(surface.state(name.state()));
            case Expr.Armed armed -> Printed.primary(surface.timerCell(armed.timer()));
            case Expr.Use use -> new Printed(use(use), Level.PRIMARY);
            case Expr.Builtin builtin -> new Printed(builtin(builtin), Level.PRIMARY);
            case Expr.Not not -> new Printed(Doc.of(Doc.text("!"), at(Level.UNARY, not.operand())), Level.UNARY);
            case Expr.And and ->
                infix(
                        and.operands().stream()
                                .map(operand -> at(Level.AND, operand))
                                .toList(),
                        "&&",
                        Level.AND);
            case Expr.Or or -> {
                // Java needs no parentheses around `and` inside `or`; readers do.
                yield infix(
                        or.operands().stream()
                                .map(operand -> at(Level.BIT_OR, operand))
                                .toList(),
                        "||",
                        Level.OR);
            }
            case Expr.Compare compare -> compare(compare);
            case Expr.In in ->
                anyOf(in.members().stream()
                        .map(member -> equal(at(Level.RELATIONAL, in.operand()), "==", at(Level.RELATIONAL, member)))
                        .toList());
            case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expr.If choice -> choice(choice);
            case Expr.Otherwise otherwise ->
                throw new IllegalArgumentException(otherwise.place() + ": otherwise stands only as a whole guard");
            case Expr.At at ->
                throw new IllegalArgumentException(at.place() + ": endpoints stand only in the properties of models");
            case Expr.After after ->
                throw new IllegalArgumentException(after.place() + ": steps stand only in the properties of models");
            case Expr.Segments some ->
                throw new IllegalArgumentException(some.place() + ": segments stand only in the properties of models");
        };
    }

    // ------------------------------------------------------------------------------------------------- leaves

    /** A number as Java reads it: durations are {@code long}, sequence numbers above 2^31 negative. */
    static String literal(long value, Type type) {
        return switch (type) {
            case Type.Simple simple ->
                switch (simple) {
                    case SEQ -> value > Integer.MAX_VALUE ? "0x" + Long.toHexString(value) : grouped(value);
                    case SIZE, COUNT -> grouped(value);
                    case DURATION, INSTANT -> value == 0 ? "0" : grouped(value) + "L";
                    case FLAG, RANGES, STATE -> throw new IllegalArgumentException(simple.word() + " has no numbers");
                };
            case Type.Enumeration enumeration ->
                throw new IllegalArgumentException(enumeration.name() + " has no numbers");
            case Type.SetOf set -> throw new IllegalArgumentException(Type.word(set) + " has no numbers");
        };
    }

    private static String grouped(long value) {
        return value < 10_000
                ? String.valueOf(value)
                : String.format("%,d", value).replaceAll("[^0-9-]", "_");
    }

    private Printed bits(Expr.EnumeralSet set) {
        if (set.values().isEmpty()) {
            return Printed.primary("0");
        }
        String bits = surface.bits(set.type().of());
        List<Doc> constants = set.values().stream()
                .map(value -> Doc.text(bits + "." + Words.constant(value)))
                .toList();
        return constants.size() == 1
                ? new Printed(constants.getFirst(), Level.PRIMARY)
                : infix(constants, "|", Level.BIT_OR);
    }

    // ------------------------------------------------------------------------------------------------- calls

    private Doc use(Expr.Use use) {
        Definition definition = use.definition();
        List<Doc> arguments = new ArrayList<>();
        List<Surface.Slot> handed = surface.handed(definition);
        int own = definition.arguments().size();
        for (Surface.Slot slot : handed.subList(0, handed.size() - own)) {
            arguments.add(Doc.text(slot.name()));
        }
        use.arguments().forEach(argument -> arguments.add(doc(argument)));
        return Doc.call(Words.camel(definition.name()), arguments);
    }

    private Doc builtin(Expr.Builtin builtin) {
        String numbers = builtin.type() == Type.Simple.SEQ ? "Seq." : "Math.";
        return switch (builtin.function()) {
            case MIN -> call(numbers + "min", builtin.arguments());
            case MAX -> call(numbers + "max", builtin.arguments());
            case ABS -> call("Math.abs", builtin.arguments());
            case HOLDS -> onRanges("holds", builtin);
            case END_OF -> onRanges("endOf", builtin);
            case FITS -> onRanges("fits", builtin);
            case IS_EMPTY -> onRanges("isEmpty", builtin);
            case WITH, FROM, NONE ->
                throw new IllegalArgumentException(builtin.place() + ": "
                        + "ranges are changed in place: none, with and from stand only as a whole right-hand side");
        };
    }

    /** A change of a variable of type ranges, as a statement without semicolon. */
    Doc change(String cell, Expr.Builtin builtin) {
        List<Expr> arguments = builtin.arguments();
        return switch (builtin.function()) {
            case NONE -> Doc.text(cell + ".clear()");
            case WITH -> call(cell + ".with", arguments.subList(1, arguments.size()));
            case FROM -> call(cell + ".from", arguments.subList(1, arguments.size()));
            case MIN, MAX, ABS, HOLDS, END_OF, FITS, IS_EMPTY ->
                throw new IllegalArgumentException(builtin.place() + ": not a change of ranges");
        };
    }

    private Doc onRanges(String method, Expr.Builtin builtin) {
        String ranges = Layout.flat(doc(builtin.arguments().getFirst()));
        return call(
                ranges + "." + method,
                builtin.arguments().subList(1, builtin.arguments().size()));
    }

    private Doc call(String function, List<Expr> arguments) {
        return Doc.call(function, arguments.stream().map(this::doc).toList());
    }

    // ------------------------------------------------------------------------------------------------- operators

    private static Printed infix(List<Doc> operands, String sign, Level level) {
        return new Printed(Doc.infix(operands, sign), level);
    }

    private static Printed equal(Doc left, String sign, Doc right) {
        return infix(List.of(left, right), sign, Level.EQUALITY);
    }

    private static Printed anyOf(List<Printed> tests) {
        return tests.size() == 1
                ? tests.getFirst()
                : infix(tests.stream().map(Printed::doc).toList(), "||", Level.OR);
    }

    /** {@code a < b <= c} is {@code a < b && b <= c}. */
    private Printed compare(Expr.Compare compare) {
        List<Expr> operands = compare.operands();
        List<Printed> links = IntStream.range(0, operands.size() - 1)
                .mapToObj(i -> compare(operands.get(i), compare.comparisons().get(i), operands.get(i + 1)))
                .toList();
        return links.size() == 1
                ? links.getFirst()
                : infix(links.stream().map(link -> at(Level.AND, link)).toList(), "&&", Level.AND);
    }

    private Printed compare(Expr left, Expr.Comparison comparison, Expr right) {
        boolean circular = left.type() == Type.Simple.SEQ;
        return switch (comparison) {
            case EQ -> equal(at(Level.RELATIONAL, left), "==", at(Level.RELATIONAL, right));
            case NE -> equal(at(Level.RELATIONAL, left), "!=", at(Level.RELATIONAL, right));
            case LT -> circular ? seq("lt", left, right) : relation(left, "<", right);
            case LE -> circular ? seq("le", left, right) : relation(left, "<=", right);
            case GT -> circular ? seq("gt", left, right) : relation(left, ">", right);
            case GE -> circular ? seq("ge", left, right) : relation(left, ">=", right);
        };
    }

    private Printed seq(String method, Expr left, Expr right) {
        return new Printed(call("Seq." + method, List.of(left, right)), Level.PRIMARY);
    }

    private Printed relation(Expr left, String sign, Expr right) {
        return infix(List.of(at(Level.ADDITIVE, left), at(Level.ADDITIVE, right)), sign, Level.RELATIONAL);
    }

    private Printed arithmetic(Expr.Arithmetic sum) {
        return switch (sum.operator()) {
            case PLUS ->
                infix(
                        List.of(at(Level.ADDITIVE, sum.left()), at(Level.MULTIPLICATIVE, sum.right())),
                        "+",
                        Level.ADDITIVE);
            case MINUS ->
                infix(
                        List.of(at(Level.ADDITIVE, sum.left()), at(Level.MULTIPLICATIVE, sum.right())),
                        "-",
                        Level.ADDITIVE);
            case TIMES ->
                infix(
                        List.of(at(Level.MULTIPLICATIVE, sum.left()), at(Level.UNARY, sum.right())),
                        "*",
                        Level.MULTIPLICATIVE);
            case DIVIDE -> quotient(sum);
        };
    }

    /** A product that is divided at once may pass 2^31 in between. */
    private Printed quotient(Expr.Arithmetic quotient) {
        Doc divisor = at(Level.UNARY, quotient.right());
        if (quotient.left() instanceof Expr.Arithmetic product
                && product.operator() == Expr.Operator.TIMES
                && surface.type(product.type()).equals("int")) {
            Doc wide = Doc.of(Doc.text("(long) "), at(Level.UNARY, product.left()));
            Doc inner = Doc.infix(List.of(wide, at(Level.UNARY, product.right())), "*");
            Doc whole = Doc.infix(List.of(inner, divisor), "/");
            return new Printed(Doc.of(Doc.text("(int) ("), whole, Doc.text(")")), Level.UNARY);
        }
        return infix(List.of(at(Level.MULTIPLICATIVE, quotient.left()), divisor), "/", Level.MULTIPLICATIVE);
    }

    private Printed choice(Expr.If choice) {
        Doc rest = new Doc.Nest(Doc.of(
                new Doc.Break(" "),
                Doc.text("? "),
                at(Level.OR, choice.then()),
                new Doc.Break(" "),
                Doc.text(": "),
                at(Level.TERNARY, choice.otherwise())));
        return new Printed(new Doc.Group(Doc.of(at(Level.OR, choice.condition()), rest)), Level.TERNARY);
    }

    /** The formal parameters of a method. */
    static String formal(List<Surface.Slot> slots) {
        return slots.stream().map(slot -> slot.type() + " " + slot.name()).collect(Collectors.joining(", "));
    }

    /** What a method hands on to another one with the same formal parameters. */
    static String actual(List<Surface.Slot> slots) {
        return slots.stream().map(Surface.Slot::name).collect(Collectors.joining(", "));
    }
}
