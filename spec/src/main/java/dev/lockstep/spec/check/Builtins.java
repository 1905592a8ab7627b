package dev.lockstep.spec.check;

import static dev.lockstep.spec.model.Type.Simple.FLAG;
import static dev.lockstep.spec.model.Type.Simple.RANGES;
import static dev.lockstep.spec.model.Type.Simple.SEQ;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Expr.Function;
import dev.lockstep.spec.expr.syntax.Syntax;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The functions of the language itself. Null as in {@link Typing}. */
final class Builtins {

    private static final List<String> NAMES = names(Function.values());

    private final Typing typing;
    private final Diagnostics diagnostics;

    Builtins(Typing typing, Diagnostics diagnostics) {
        this.typing = typing;
        this.diagnostics = diagnostics;
    }

    private static List<String> names(Function[] functions) {
        var names = new ArrayList<String>();
        for (Function function : functions) {
            names.add(function.name().toLowerCase(Locale.ROOT));
        }
        names.add("armed");
        return List.copyOf(names);
    }

    static List<String> names() {
        return NAMES;
    }

    boolean knows(String name) {
        return NAMES.contains(name);
    }

    /** Does the type of what it gives depend on what stands beside it? */
    boolean isOpen(Syntax.Apply apply) {
        boolean isNumeric = apply.name().equals("min")
                || apply.name().equals("max")
                || apply.name().equals("abs");
        if (!isNumeric || apply.arguments().isEmpty()) {
            return false;
        }
        for (Syntax argument : apply.arguments()) {
            if (!typing.isOpen(argument)) {
                return false;
            }
        }
        return true;
    }

    Expr apply(Syntax.Apply apply, Type hint) {
        Function function = Function.valueOf(apply.name().toUpperCase(Locale.ROOT));
        return switch (function) {
            case MIN, MAX -> extreme(function, apply, hint);
            case ABS -> absolute(apply, hint);
            case WITH -> ranges(function, apply, List.of(RANGES, SEQ, SEQ), RANGES);
            case FROM -> ranges(function, apply, List.of(RANGES, SEQ), RANGES);
            case NONE -> ranges(function, apply, List.of(), RANGES);
            case HOLDS -> ranges(function, apply, List.of(RANGES, SEQ), FLAG);
            case END_OF -> ranges(function, apply, List.of(RANGES, SEQ), SEQ);
            case FITS -> ranges(function, apply, List.of(RANGES, SEQ, SEQ), FLAG);
            case IS_EMPTY -> ranges(function, apply, List.of(RANGES), FLAG);
        };
    }

    private Expr extreme(Function function, Syntax.Apply apply, Type hint) {
        if (!hasArguments(apply, 2)) {
            return null;
        }
        List<Expr> arguments = typing.alike(apply.arguments(), hint);
        if (arguments == null) {
            return null;
        }
        Type type = arguments.getFirst().type();
        boolean isBareSeq = type == SEQ
                && (typing.isOpen(apply.arguments().get(0))
                        || typing.isOpen(apply.arguments().get(1)));
        if (!Operators.isOrdered(type) || isBareSeq) {
            return typing.report(
                    apply.place(),
                    Code.OPERATOR_TYPES,
                    "`" + apply.name() + "` does not take "
                            + (isBareSeq ? "a sequence number and a bare number" : "values of type " + Type.word(type)),
                    "");
        }
        return new Expr.Builtin(function, arguments, type, apply.place());
    }

    private Expr absolute(Syntax.Apply apply, Type hint) {
        if (!hasArguments(apply, 1)) {
            return null;
        }
        Expr argument = typing.build(apply.arguments().getFirst(), hint);
        if (argument == null) {
            return null;
        }
        Type type = argument.type();
        if (type != Simple.SIZE && type != Simple.COUNT && type != Simple.DURATION) {
            return typing.report(
                    argument.place(),
                    Code.OPERATOR_TYPES,
                    "`abs` takes a size, a count or a duration, and this is " + Words.of(type),
                    "");
        }
        return new Expr.Builtin(Function.ABS, List.of(argument), type, apply.place());
    }

    private Expr ranges(Function function, Syntax.Apply apply, List<Type> types, Type result) {
        if (!hasArguments(apply, types.size())) {
            return null;
        }
        var arguments = new ArrayList<Expr>();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(typing.typed(apply.arguments().get(i), types.get(i)));
        }
        if (arguments.contains(null)) {
            return null;
        }
        boolean isOfVariable = arguments.isEmpty()
                || (arguments.getFirst() instanceof Expr.Name name && name.symbol() instanceof Variable)
                || arguments.getFirst() instanceof Expr.At;
        if (!isOfVariable) {
            return typing.report(
                    arguments.getFirst().place(),
                    Code.RANGES_ASSIGNMENT,
                    "`" + apply.name() + "` works on a variable, since ranges are changed in place",
                    "assign first, and ask in the next step");
        }
        return new Expr.Builtin(function, arguments, result, apply.place());
    }

    private boolean hasArguments(Syntax.Apply apply, int expected) {
        if (apply.arguments().size() == expected) {
            return true;
        }
        diagnostics.add(
                apply.place(),
                Code.ARGUMENT_COUNT,
                "`" + apply.name() + "` takes " + arguments(expected) + ", and has "
                        + apply.arguments().size(),
                "");
        return false;
    }

    /** {@code 1 argument}, {@code 2 arguments}. */
    static String arguments(int count) {
        return count == 0 ? "no argument" : count + (count == 1 ? " argument" : " arguments");
    }
}
