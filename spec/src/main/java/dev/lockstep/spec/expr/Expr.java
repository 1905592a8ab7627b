package dev.lockstep.spec.expr;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import java.util.List;
import java.util.stream.Stream;

/**
 * A typed expression. Back ends switch over this hierarchy without {@code default}: a new kind of node breaks every one of
 * them at compile time.
 */
public sealed interface Expr {
    Type type();

    Place place();

    /** The expressions right inside this one: operands, arguments, members. The body of a definition that it uses is not. */
    default List<Expr> children() {
        return switch (this) {
            case Number ignored -> List.of();
            case Truth ignored -> List.of();
            case Enumeral ignored -> List.of();
            case EnumeralSet ignored -> List.of();
            case Name ignored -> List.of();
            case CurrentState ignored -> List.of();
            case StateName ignored -> List.of();
            case Armed ignored -> List.of();
            case Use use -> use.arguments();
            case Builtin builtin -> builtin.arguments();
            case Not not -> List.of(not.operand());
            case And and -> and.operands();
            case Or or -> or.operands();
            case Compare compare -> compare.operands();
            case In in ->
                Stream.concat(Stream.of(in.operand()), in.members().stream()).toList();
            case Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Otherwise ignored -> List.of();
            case At at -> List.of(at.operand());
            case After after -> List.of(after.operand());
            case Segments segments -> List.of(segments.satisfy());
        };
    }

    /** This expression and all inside it. */
    default Stream<Expr> parts() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Expr::parts));
    }

    /** As {@link #parts}, and all inside the definitions that it uses. */
    default Stream<Expr> partsThroughDefinitions() {
        Stream<Expr> definition =
                this instanceof Use use ? use.definition().is().partsThroughDefinitions() : Stream.empty();
        return Stream.of(Stream.of(this), definition, children().stream().flatMap(Expr::partsThroughDefinitions))
                .flatMap(part -> part);
    }

    /** A number: bytes, things, milliseconds, or a constant sequence number, as {@code type} says. */
    record Number(long value, Type type, Place place) implements Expr {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value, Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** A value of a declared enumeration. */
    record Enumeral(String value, Type.Enumeration type, Place place) implements Expr {}

    /** A set of control bits, as in {@code <CTL=SYN,ACK>}; in declaration order, without repeats. */
    record EnumeralSet(List<String> values, Type.SetOf type, Place place) implements Expr {
        public EnumeralSet {
            values = List.copyOf(values);
        }
    }

    /** A variable, field, parameter, input or argument. */
    record Name(Symbol symbol, Place place) implements Expr {
        @Override
        public Type type() {
            return symbol.type();
        }
    }

    /** {@code STATE}: the current state. */
    record CurrentState(Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.STATE;
        }
    }

    /** The name of a state, compared with {@code STATE}. */
    record StateName(State state, Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.STATE;
        }
    }

    /** {@code armed(retransmission)}. */
    record Armed(Timer timer, Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** A definition used, with arguments: {@code in_window(SEG.SEQ)}, {@code acceptable}. */
    record Use(Definition definition, List<Expr> arguments, Place place) implements Expr {
        public Use {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return definition.type();
        }
    }

    /** A function of the language itself. */
    record Builtin(Function function, List<Expr> arguments, Type type, Place place) implements Expr {
        public Builtin {
            arguments = List.copyOf(arguments);
        }
    }

    /** Functions every back end implements; see the language reference in {@code spec/README.md}. */
    enum Function {
        /** The smaller of two values of one type; of two sequence numbers the earlier, modulo 2^32. */
        MIN,
        /** The larger of two values of one type; of two sequence numbers the later, modulo 2^32. */
        MAX,
        /** The absolute value of a size, count or duration. */
        ABS,
        /** {@code with(r, from, to)}: the ranges r and [from, to). */
        WITH,
        /** {@code from(r, at)}: the ranges r without what is before {@code at}. */
        FROM,
        /** {@code none()}: no ranges. */
        NONE,
        /** {@code holds(r, at)}: is the octet {@code at} in r? */
        HOLDS,
        /** {@code end_of(r, at)}: the end of the interval of r that holds {@code at}, or {@code at} when none does. */
        END_OF,
        /** {@code fits(r, from, to)}: has {@code with(r, from, to)} no more intervals than the mechanism can keep (32)? */
        FITS,
        /** {@code is_empty(r)}. */
        IS_EMPTY
    }

    /** {@code not x}. */
    record Not(Expr operand, Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** {@code a and b and c}; at least two operands. */
    record And(List<Expr> operands, Place place) implements Expr {
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** {@code a or b or c}; at least two operands. */
    record Or(List<Expr> operands, Place place) implements Expr {
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /**
     * {@code SND.UNA < SEG.ACK <= SND.NXT}: n operands, n-1 comparisons, all of which hold. Operands are of one type
     * (of sequence numbers the comparison is modular: {@code a < b} is {@code (int) (a - b) < 0} and {@code a <= b} is
     * its converse negated, {@code (int) (b - a) >= 0}).
     */
    record Compare(List<Expr> operands, List<Comparison> comparisons, Place place) implements Expr {
        public Compare {
            operands = List.copyOf(operands);
            comparisons = List.copyOf(comparisons);
        }

        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** How two values compare. */
    enum Comparison {
        EQ("="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** As written in tables. */
        public String sign() {
            return sign;
        }
    }

    /** {@code STATE in {ESTABLISHED, CLOSE-WAIT}}: the members are {@link Enumeral}, {@link StateName} or {@link Number}. */
    record In(Expr operand, List<Expr> members, Place place) implements Expr {
        public In {
            members = List.copyOf(members);
        }

        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** {@code a + b}, {@code a - b}, {@code a * b}, {@code a / b}; division rounds towards zero. */
    record Arithmetic(Operator operator, Expr left, Expr right, Type type, Place place) implements Expr {}

    /** The four operators. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDE("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As written in tables. */
        public String sign() {
            return sign;
        }
    }

    /** {@code if c then a else b}. */
    record If(Expr condition, Expr then, Expr otherwise, Place place) implements Expr {
        @Override
        public Type type() {
            return then.type();
        }
    }

    /** {@code when: otherwise}: what no other row of the step takes. Stands only as a whole guard. */
    record Otherwise(Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /**
     * {@code A.SND.UNA}, {@code A.flight}, {@code armed(B.persist)}: the operand as seen in the control block of one
     * endpoint of a model. Stands only in the properties of models, never in a table. The operand is a name, the state, a timer or
     * a use of a definition; the arguments of that use are not seen from this endpoint, but each from its own.
     *
     * @param endpoint the model's name for the endpoint: {@code A}
     */
    record At(String endpoint, Expr operand, Place place) implements Expr {
        @Override
        public Type type() {
            return operand.type();
        }
    }

    /** {@code after(A.RCV.NXT)}: the operand as it is after a step. Stands only in what models claim of steps. */
    record After(Expr operand, Place place) implements Expr {
        @Override
        public Type type() {
            return operand.type();
        }
    }

    /**
     * {@code some(A.ARRIVING, SEG.RST)}, {@code every(A.SENDS, not SEG.RST)}. Stands only in the properties of models.
     *
     * @param satisfy a condition on one segment, whose fields stand in it without an endpoint
     */
    record Segments(Amount amount, String endpoint, Queue queue, Expr satisfy, Place place) implements Expr {
        @Override
        public Type type() {
            return Type.Simple.FLAG;
        }
    }

    /** How many segments of a queue. */
    enum Amount {
        SOME,
        EVERY
    }

    /** Which segments of an endpoint. */
    enum Queue {
        /** On their way to it. */
        ARRIVING,
        /** That it sends in a step. */
        SENDS
    }
}
