package dev.lockstep.spec.proof;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Sort;
import dev.lockstep.spec.expr.Expr.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets of sequence intervals, as far as guards can tell them apart: each question put to one ({@code holds}, {@code end_of},
 * {@code fits}, {@code is_empty}) has an unknown answer, the same for the same set and the same numbers.
 *
 * <p>What is known besides: nothing is in an empty set; {@code end_of} is behind its number, by at most 2^30, exactly if the set
 * holds it; one interval fits an empty set. What {@code with} and {@code from} give is a set of which no more is known.
 *
 * <p>Sets are terms of a sort of their own that never reach the solver: its logic stays that of bit vectors.
 */
final class RangesTheory {

    /**
     * A question to a set.
     *
     * @param of the set
     * @param at the numbers asked about
     * @param answer a flag; of {@code end_of}, the distance from the number to the end
     * @param text the question as the table has it
     */
    record Ask(Function function, Expr<?> of, List<BitVecExpr> at, Expr<?> answer, String text) {}

    private static final int BITS = Integer.SIZE;

    private final Context z3;
    private final Sort sort;
    private final List<Ask> asks = new ArrayList<>();
    private final List<BoolExpr> facts = new ArrayList<>();

    RangesTheory(Context z3) {
        this.z3 = z3;
        this.sort = z3.mkUninterpretedSort("ranges");
    }

    Sort sort() {
        return sort;
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    /** What holds of the answers so far. */
    List<BoolExpr> facts() {
        return facts;
    }

    /** {@code none()}, {@code with(r, from, to)}, {@code from(r, at)}: a new set. */
    Expr<?> made(Function function, List<Expr<?>> arguments) {
        var sorts = arguments.stream().map(Expr::getSort).toArray(Sort[]::new);
        FuncDecl<Sort> maker = z3.mkFuncDecl(function.name(), sorts, sort);
        Expr<?> made = z3.mkApp(maker, arguments.toArray(Expr[]::new));
        if (function == Function.NONE) {
            facts.add((BoolExpr)
                    ask(Function.IS_EMPTY, made, List.of(), "is_empty(none())").answer());
        }
        return made;
    }

    /** {@code holds(r, at)}, {@code fits(r, from, to)}, {@code is_empty(r)}. */
    BoolExpr asked(Function function, Expr<?> of, List<BitVecExpr> at, String text) {
        return (BoolExpr) ask(function, of, at, text).answer();
    }

    /** {@code end_of(r, at)}. */
    BitVecExpr endOf(Expr<?> of, BitVecExpr at, String text) {
        return z3.mkBVAdd(
                at, (BitVecExpr) ask(Function.END_OF, of, List.of(at), text).answer());
    }

    private Ask ask(Function function, Expr<?> of, List<BitVecExpr> at, String text) {
        for (Ask known : asks) {
            if (known.function == function && known.of.equals(of) && known.at.equals(at)) {
                return known;
            }
        }
        String name = "ask " + asks.size();
        Expr<?> answer = function == Function.END_OF ? z3.mkBVConst(name, BITS) : z3.mkBoolConst(name);
        var ask = new Ask(function, of, at, answer, text);
        for (Ask other : List.copyOf(asks)) {
            if (other.of.equals(of)) {
                relate(ask, other);
                relate(other, ask);
            }
        }
        asks.add(ask);
        if (function == Function.END_OF) {
            var holds = (BoolExpr) ask(Function.HOLDS, of, at, text.replaceFirst("end_of", "holds"))
                    .answer();
            var distance = (BitVecExpr) answer;
            facts.add(z3.mkBVULE(distance, z3.mkBV(Domain.SIZE_END, BITS)));
            facts.add(z3.mkEq(holds, z3.mkNot(z3.mkEq(distance, z3.mkBV(0, BITS)))));
        }
        return ask;
    }

    /** What one answer tells of another one about the same set. */
    private void relate(Ask one, Ask other) {
        if (one.function == other.function && !one.at.isEmpty()) {
            facts.add(z3.mkImplies(same(one.at, other.at), z3.mkEq(one.answer, other.answer)));
        }
        if (one.function == Function.IS_EMPTY && other.function == Function.HOLDS) {
            facts.add(z3.mkImplies((BoolExpr) one.answer, z3.mkNot((BoolExpr) other.answer)));
        }
        if (one.function == Function.IS_EMPTY && other.function == Function.FITS) {
            facts.add(z3.mkImplies((BoolExpr) one.answer, (BoolExpr) other.answer));
        }
    }

    private BoolExpr same(List<BitVecExpr> some, List<BitVecExpr> others) {
        var equal = new BoolExpr[some.size()];
        for (int i = 0; i < equal.length; i++) {
            equal[i] = z3.mkEq(some.get(i), others.get(i));
        }
        return z3.mkAnd(equal);
    }
}
