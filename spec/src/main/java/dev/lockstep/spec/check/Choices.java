package dev.lockstep.spec.check;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides conditions over parameters by trying all values. Of numbers, those beside the constants that they are compared with
 * are enough, since between two of them no comparison changes.
 */
final class Choices {

    /** Combinations tried; beyond that the conditions are taken to exclude each other, and the proofs have to say. */
    private static final int MOST_TRIED = 100_000;

    private Choices() {}

    /** A part that is not made of flags, enumerations, and comparisons of one parameter with constants. */
    static Optional<Expr> undecidable(Expr condition) {
        return switch (condition) {
            case Expr.Truth truth -> Optional.empty();
            case Expr.Name name -> Optional.empty();
            case Expr.Enumeral enumeral -> Optional.empty();
            case Expr.Number number -> Optional.empty();
            case Expr.Not not -> undecidable(not.operand());
            case Expr.And and -> firstUndecidable(and.operands());
            case Expr.Or or -> firstUndecidable(or.operands());
            case Expr.In in -> undecidable(in.operand());
            case Expr.Compare compare -> {
                boolean isNumeric =
                        Operators.isOrdered(compare.operands().getFirst().type());
                long names = compare.operands().stream()
                        .filter(Expr.Name.class::isInstance)
                        .count();
                yield isNumeric && names > 1 ? Optional.of(compare) : firstUndecidable(compare.operands());
            }
            case Expr.EnumeralSet other -> Optional.of(other);
            case Expr.CurrentState other -> Optional.of(other);
            case Expr.StateName other -> Optional.of(other);
            case Expr.Armed other -> Optional.of(other);
            case Expr.Use other -> Optional.of(other);
            case Expr.Builtin other -> Optional.of(other);
            case Expr.Arithmetic other -> Optional.of(other);
            case Expr.If other -> Optional.of(other);
            case Expr.Otherwise other -> Optional.of(other);
            case Expr.At other -> Optional.of(other);
            case Expr.After other -> Optional.of(other);
            case Expr.Segments other -> Optional.of(other);
        };
    }

    private static Optional<Expr> firstUndecidable(List<Expr> parts) {
        for (Expr part : parts) {
            Optional<Expr> odd = undecidable(part);
            if (odd.isPresent()) {
                return odd;
            }
        }
        return Optional.empty();
    }

    /** Values of parameters under which all conditions hold; empty if there are none. */
    static Optional<Map<String, String>> allTrue(List<Expr> conditions) {
        Map<Parameter, List<String>> candidates = new LinkedHashMap<>();
        conditions.forEach(condition -> collect(condition, candidates));
        long combinations = 1;
        for (List<String> values : candidates.values()) {
            combinations = Math.min(combinations * Math.max(1, values.size()), MOST_TRIED + 1L);
        }
        for (int choice = 0; choice < Math.min(combinations, MOST_TRIED); choice++) {
            Map<String, String> values = values(candidates, choice);
            if (conditions.stream().allMatch(condition -> holds(condition, values))) {
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> values(Map<Parameter, List<String>> candidates, int choice) {
        var values = new LinkedHashMap<String, String>();
        int rest = choice;
        for (Map.Entry<Parameter, List<String>> entry : candidates.entrySet()) {
            int size = Math.max(1, entry.getValue().size());
            values.put(
                    entry.getKey().name(),
                    entry.getValue().isEmpty() ? "0" : entry.getValue().get(rest % size));
            rest /= size;
        }
        return values;
    }

    private static void collect(Expr condition, Map<Parameter, List<String>> into) {
        condition.parts().forEach(part -> {
            if (part instanceof Expr.Name name && name.symbol() instanceof Parameter parameter) {
                into.computeIfAbsent(parameter, key -> new ArrayList<>(finite(key.type())));
            }
            if (part instanceof Expr.Compare compare) {
                addNeighbours(compare.operands(), into);
            }
            if (part instanceof Expr.In in) {
                var all = new ArrayList<>(in.members());
                all.add(in.operand());
                addNeighbours(all, into);
            }
        });
    }

    private static List<String> finite(Type type) {
        if (type == Simple.FLAG) {
            return List.of("true", "false");
        }
        return type instanceof Type.Enumeration enumeration ? enumeration.values() : List.of();
    }

    private static void addNeighbours(List<Expr> operands, Map<Parameter, List<String>> into) {
        var numbers = new TreeSet<Long>();
        Parameter parameter = null;
        for (Expr operand : operands) {
            if (operand instanceof Expr.Number number) {
                numbers.addAll(List.of(number.value() - 1, number.value(), number.value() + 1));
            }
            if (operand instanceof Expr.Name name && name.symbol() instanceof Parameter found) {
                parameter = found;
            }
        }
        if (parameter != null && Operators.isOrdered(parameter.type())) {
            List<String> values = into.computeIfAbsent(parameter, key -> new ArrayList<>());
            for (Long number : numbers) {
                if (number >= 0 && !values.contains(number.toString())) {
                    values.add(number.toString());
                }
            }
        }
    }

    private static boolean holds(Expr condition, Map<String, String> values) {
        return switch (condition) {
            case Expr.Truth truth -> truth.value();
            case Expr.Name name -> values.get(name.symbol().name()).equals("true");
            case Expr.Not not -> !holds(not.operand(), values);
            case Expr.And and -> and.operands().stream().allMatch(part -> holds(part, values));
            case Expr.Or or -> or.operands().stream().anyMatch(part -> holds(part, values));
            case Expr.In in ->
                in.members().stream().anyMatch(member -> value(member, values).equals(value(in.operand(), values)));
            case Expr.Compare compare -> compare(compare, values);
            case Expr.Number other -> throw notACondition(other);
            case Expr.Enumeral other -> throw notACondition(other);
            case Expr.EnumeralSet other -> throw notACondition(other);
            case Expr.CurrentState other -> throw notACondition(other);
            case Expr.StateName other -> throw notACondition(other);
            case Expr.Armed other -> throw notACondition(other);
            case Expr.Use other -> throw notACondition(other);
            case Expr.Builtin other -> throw notACondition(other);
            case Expr.Arithmetic other -> throw notACondition(other);
            case Expr.If other -> throw notACondition(other);
            case Expr.Otherwise other -> throw notACondition(other);
            case Expr.At other -> throw notACondition(other);
            case Expr.After other -> throw notACondition(other);
            case Expr.Segments other -> throw notACondition(other);
        };
    }

    private static boolean compare(Expr.Compare compare, Map<String, String> values) {
        for (int i = 0; i < compare.comparisons().size(); i++) {
            Expr left = compare.operands().get(i);
            Expr right = compare.operands().get(i + 1);
            if (!compare(compare.comparisons().get(i), left, right, values)) {
                return false;
            }
        }
        return true;
    }

    private static boolean compare(Expr.Comparison sign, Expr left, Expr right, Map<String, String> values) {
        String a = value(left, values);
        String b = value(right, values);
        if (!Operators.isOrdered(left.type())) {
            return a.equals(b) == (sign == Expr.Comparison.EQ);
        }
        // Sequence numbers compare modulo 2^32.
        long difference = left.type() == Simple.SEQ
                ? (int) (Long.parseLong(a) - Long.parseLong(b))
                : Long.parseLong(a) - Long.parseLong(b);
        return switch (sign) {
            case EQ -> difference == 0;
            case NE -> difference != 0;
            case LT -> difference < 0;
            case LE -> difference <= 0;
            case GT -> difference > 0;
            case GE -> difference >= 0;
        };
    }

    private static String value(Expr expr, Map<String, String> values) {
        return switch (expr) {
            case Expr.Number number -> Long.toString(number.value());
            case Expr.Enumeral enumeral -> enumeral.value();
            case Expr.Truth truth -> Boolean.toString(truth.value());
            case Expr.Name name -> values.get(name.symbol().name());
            case Expr.Not not -> Boolean.toString(holds(not, values));
            case Expr.And and -> Boolean.toString(holds(and, values));
            case Expr.Or or -> Boolean.toString(holds(or, values));
            case Expr.In in -> Boolean.toString(holds(in, values));
            case Expr.Compare compare -> Boolean.toString(holds(compare, values));
            case Expr.EnumeralSet other -> throw notACondition(other);
            case Expr.CurrentState other -> throw notACondition(other);
            case Expr.StateName other -> throw notACondition(other);
            case Expr.Armed other -> throw notACondition(other);
            case Expr.Use other -> throw notACondition(other);
            case Expr.Builtin other -> throw notACondition(other);
            case Expr.Arithmetic other -> throw notACondition(other);
            case Expr.If other -> throw notACondition(other);
            case Expr.Otherwise other -> throw notACondition(other);
            case Expr.At other -> throw notACondition(other);
            case Expr.After other -> throw notACondition(other);
            case Expr.Segments other -> throw notACondition(other);
        };
    }

    private static IllegalStateException notACondition(Expr expr) {
        return new IllegalStateException("not decidable: " + expr.place());
    }
}
