package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.Doc.cat;
import static dev.lockstep.generators.tla.Doc.group;
import static dev.lockstep.generators.tla.Doc.line;
import static dev.lockstep.generators.tla.Doc.text;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Expressions in TLA+, with the fewest brackets that a reader wants: junctions that do not fit on a line become bullet
 * lists, comparisons of sequence numbers are {@code \prec} and its kin.
 */
final class ExprPrinter {

    /** How tightly an expression binds; an operand that binds less tightly than its place asks for gets brackets. */
    private enum Binding {
        OPEN,
        JUNCTION,
        NOT,
        COMPARE,
        SUM,
        PRODUCT,
        ATOM
    }

    private record Printed(Doc doc, Binding binding) {
        Doc in(Binding place) {
            return binding.compareTo(place) >= 0 ? doc : brackets(doc);
        }
    }

    private final Naming naming;

    ExprPrinter(Naming naming) {
        this.naming = naming;
    }

    /** The expression where anything may stand. */
    Doc whole(Expr expr) {
        return print(expr).doc();
    }

    /** The expression as a member of a bullet list. */
    Doc bullet(Expr expr) {
        return print(expr).in(Binding.NOT);
    }

    /** The expression where only a name can stand without brackets. */
    Doc atom(Expr expr) {
        return print(expr).in(Binding.ATOM);
    }

    /** As a member of {@code /\} or {@code \/}: brackets on one line, none as a bullet. */
    private Doc member(Expr expr) {
        Printed printed = print(expr);
        return printed.binding().compareTo(Binding.NOT) >= 0
                ? printed.doc()
                : new Doc.Either(brackets(printed.doc()), new Doc.Align(printed.doc()));
    }

    /** A bullet list, or on one line if it fits. */
    static Doc joined(String sign, List<Doc> members) {
        if (members.size() == 1) {
            return members.getFirst();
        }
        var flat = new ArrayList<Doc>();
        var bullets = new ArrayList<Doc>();
        for (Doc member : members) {
            flat.add(member);
            bullets.add(cat(text(sign + " "), new Doc.Align(group(member))));
        }
        return new Doc.Group(new Doc.Align(
                new Doc.Either(Doc.join(text(" " + sign + " "), flat), Doc.join(new Doc.Break(""), bullets))));
    }

    /** A bullet list, each member on a line of its own. */
    static Doc bullets(String sign, List<Doc> members) {
        if (members.size() == 1) {
            return members.getFirst();
        }
        var bullets = members.stream()
                .map(member -> cat(text(sign + " "), new Doc.Align(group(member))))
                .toList();
        return new Doc.Align(Doc.join(new Doc.Break(""), bullets));
    }

    /** {@code {"LISTEN", "SYN-SENT"}}. */
    static Doc strings(List<String> values) {
        return listed(
                "{",
                values.stream().map(value -> text(Identifiers.string(value))).toList(),
                "}");
    }

    /** Between brackets, divided by commas, broken after them where it has to be. */
    static Doc listed(String open, List<Doc> items, String close) {
        return group(text(open), new Doc.Align(Doc.join(cat(text(","), line()), items)), text(close));
    }

    private static Doc brackets(Doc doc) {
        return cat(text("("), new Doc.Align(doc), text(")"));
    }

    /** {@code Operator(a, b)}, broken after commas where it has to be. */
    static Doc apply(String operator, List<Doc> arguments) {
        if (arguments.isEmpty()) {
            return text(operator);
        }
        return listed(operator + "(", arguments, ")");
    }

    private Printed print(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> atom(Long.toString(number.value()));
            case Expr.Truth truth -> atom(truth.value() ? "TRUE" : "FALSE");
            case Expr.Enumeral enumeral -> atom(Identifiers.string(enumeral.value()));
            case Expr.EnumeralSet set ->
                atom("{"
                        + String.join(
                                ", ",
                                set.values().stream().map(Identifiers::string).toList()) + "}");
            case Expr.Name name -> atom(naming.name(name.symbol()));
            case Expr.CurrentState ignored -> atom(naming.state());
            case Expr.StateName name -> atom(Identifiers.string(name.state().name()));
            case Expr.Armed armed -> armed(naming.armed(armed.timer()));
            case Expr.Use use -> new Printed(use(use), Binding.ATOM);
            case Expr.Builtin builtin -> builtin(builtin);
            case Expr.Not not -> not(not);
            case Expr.And and -> junction("/\\", flattened(and));
            case Expr.Or or -> junction("\\/", or.operands());
            case Expr.Compare compare -> compare(compare);
            case Expr.In in ->
                new Printed(
                        group(
                                print(in.operand()).in(Binding.SUM),
                                text(" \\in {"),
                                new Doc.Align(Doc.join(
                                        cat(text(","), line()),
                                        in.members().stream().map(this::whole).toList())),
                                text("}")),
                        Binding.COMPARE);
            case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expr.If choice -> choice(choice);
            case Expr.Otherwise ignored ->
                throw new IllegalArgumentException("`otherwise` depends on the other rows of its step");
            case Expr.At at -> new ExprPrinter(naming.at(at.endpoint())).print(at.operand());
            case Expr.After after -> new ExprPrinter(naming.after()).print(after.operand());
            case Expr.Segments segments -> segments(segments);
        };
    }

    private Printed segments(Expr.Segments segments) {
        String sign = switch (segments.amount()) {
            case SOME -> "\\E";
            case EVERY -> "\\A";
        };
        String queue = naming.at(segments.endpoint()).queue(segments.queue());
        Doc satisfy = new ExprPrinter(naming.withSegment()).whole(segments.satisfy());
        return new Printed(cat(text(sign + " SEG \\in " + queue + " : "), new Doc.Align(satisfy)), Binding.OPEN);
    }

    private static Printed atom(String text) {
        return new Printed(text(text), Binding.ATOM);
    }

    private static Printed armed(Naming.Membership armed) {
        return new Printed(text(armed.member() + " \\in " + armed.set()), Binding.COMPARE);
    }

    private Doc use(Expr.Use use) {
        Naming.Application application = naming.use(use.definition());
        var arguments = new ArrayList<Doc>();
        application.before().forEach(argument -> arguments.add(text(argument)));
        use.arguments().forEach(argument -> arguments.add(whole(argument)));
        return apply(application.operator(), arguments);
    }

    private Printed not(Expr.Not not) {
        if (not.operand() instanceof Expr.At(String endpoint, Expr there, var place)) {
            return new ExprPrinter(naming.at(endpoint)).not(new Expr.Not(there, place));
        }
        if (not.operand() instanceof Expr.Armed(var timer, var ignored)) {
            Naming.Membership armed = naming.armed(timer);
            return new Printed(text(armed.member() + " \\notin " + armed.set()), Binding.COMPARE);
        }
        return new Printed(cat(text("~"), print(not.operand()).in(Binding.ATOM)), Binding.NOT);
    }

    private Printed junction(String sign, List<Expr> operands) {
        List<Doc> members = operands.stream().map(this::member).toList();
        return new Printed(joined(sign, members), Binding.JUNCTION);
    }

    /** A chain of comparisons is a conjunction itself. */
    private static List<Expr> flattened(Expr.And and) {
        return and.operands().stream()
                .flatMap(operand ->
                        operand instanceof Expr.Compare compare ? links(compare).stream() : Stream.of(operand))
                .toList();
    }

    /** {@code a < b <= c} as {@code a < b} and {@code b <= c}. */
    static List<Expr> links(Expr.Compare chain) {
        var links = new ArrayList<Expr>();
        for (int i = 0; i < chain.comparisons().size(); i++) {
            links.add(new Expr.Compare(
                    chain.operands().subList(i, i + 2),
                    List.of(chain.comparisons().get(i)),
                    chain.place()));
        }
        return links;
    }

    private Printed compare(Expr.Compare compare) {
        if (compare.comparisons().size() > 1) {
            return junction("/\\", links(compare));
        }
        Expr left = compare.operands().getFirst();
        Doc doc = group(
                print(left).in(Binding.SUM),
                text(" " + sign(compare.comparisons().getFirst(), left.type())),
                new Doc.Nest(2, line()),
                print(compare.operands().getLast()).in(Binding.SUM));
        return new Printed(doc, Binding.COMPARE);
    }

    private static String sign(Expr.Comparison comparison, Type type) {
        boolean modular = type == Type.Simple.SEQ;
        return switch (comparison) {
            case EQ -> "=";
            case NE -> "#";
            case LT -> modular ? "\\prec" : "<";
            case LE -> modular ? "\\preceq" : "<=";
            case GT -> modular ? "\\succ" : ">";
            case GE -> modular ? "\\succeq" : ">=";
        };
    }

    private Printed arithmetic(Expr.Arithmetic sum) {
        boolean ofSeq = sum.left().type() == Type.Simple.SEQ;
        return switch (sum.operator()) {
            case PLUS -> infix(ofSeq ? "\\oplus" : "+", sum, Binding.SUM);
            case MINUS ->
                ofSeq && sum.right().type() == Type.Simple.SEQ
                        ? call("Diff", List.of(sum.left(), sum.right()))
                        : infix(ofSeq ? "\\ominus" : "-", sum, Binding.SUM);
            case TIMES -> infix("*", sum, Binding.PRODUCT);
            case DIVIDE ->
                NeverNegative.of(sum.left()) && NeverNegative.of(sum.right())
                        ? infix("\\div", sum, Binding.PRODUCT)
                        : call("Quotient", List.of(sum.left(), sum.right()));
        };
    }

    /**
     * TLA+ ranks {@code +} below {@code -}, and {@code *} beside {@code \div}: a mixture always gets brackets, a chain of one
     * operator does not.
     */
    private Printed infix(String sign, Expr.Arithmetic sum, Binding own) {
        boolean chain = sum.left() instanceof Expr.Arithmetic left
                && left.operator() == sum.operator()
                && left.left().type().equals(sum.left().type());
        Binding above = own == Binding.SUM ? Binding.PRODUCT : Binding.ATOM;
        Doc left = chain ? print(sum.left()).doc() : print(sum.left()).in(above);
        Doc right = print(sum.right()).in(above);
        return new Printed(group(left, text(" " + sign), new Doc.Nest(2, line()), right), own);
    }

    private Printed choice(Expr.If choice) {
        return new Printed(
                new Doc.Group(new Doc.Align(cat(
                        text("IF "),
                        new Doc.Align(whole(choice.condition())),
                        line(),
                        text("THEN "),
                        new Doc.Align(whole(choice.then())),
                        line(),
                        text("ELSE "),
                        new Doc.Align(whole(choice.otherwise()))))),
                Binding.OPEN);
    }

    private Printed builtin(Expr.Builtin builtin) {
        List<Expr> arguments = builtin.arguments();
        boolean ofSeq = builtin.type() == Type.Simple.SEQ;
        return switch (builtin.function()) {
            case MIN -> call(ofSeq ? "Earlier" : "Min", arguments);
            case MAX -> call(ofSeq ? "Later" : "Max", arguments);
            case ABS -> call("Abs", arguments);
            case WITH -> call("With", arguments);
            case FROM -> call("From", arguments);
            case NONE -> atom("{}");
            case HOLDS -> call("Contains", arguments);
            case END_OF -> call("EndOf", arguments);
            case FITS -> call("Fits", arguments);
            case IS_EMPTY ->
                new Printed(group(print(arguments.getFirst()).in(Binding.SUM), text(" = {}")), Binding.COMPARE);
        };
    }

    private Printed call(String operator, List<Expr> arguments) {
        return new Printed(apply(operator, arguments.stream().map(this::whole).toList()), Binding.ATOM);
    }
}
