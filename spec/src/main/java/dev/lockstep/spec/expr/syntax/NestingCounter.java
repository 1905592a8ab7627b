package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.expr.grammar.LockstepLexer;
import java.util.ArrayDeque;

/** An upper bound of how deep the parser recurses, from the words alone. */
final class NestingCounter {

    /** For each open parenthesis, how many prefixes its inside has had. */
    private final ArrayDeque<Integer> prefixes = new ArrayDeque<>();

    private int here;
    private int sum;
    private boolean prefixBefore;

    /** The depth once this token is read. Each if, then and property operator opens what ends with its parentheses. */
    int after(int type) {
        boolean isNot = type == LockstepLexer.NOT;
        switch (type) {
            case LockstepLexer.OPEN, LockstepLexer.LEFT -> {
                prefixes.push(here);
                sum += 1;
                here = 0;
            }
            case LockstepLexer.CLOSE, LockstepLexer.RIGHT -> {
                if (!prefixes.isEmpty()) {
                    sum -= here + 1;
                    here = prefixes.pop();
                }
            }
            case LockstepLexer.IF,
                    LockstepLexer.ALWAYS,
                    LockstepLexer.EVENTUALLY,
                    LockstepLexer.IMPLIES,
                    LockstepLexer.LEADS_TO -> add();
            case LockstepLexer.NOT -> {
                if (prefixBefore) { // `not a and not b` is flat, `not not a` is not
                    add();
                }
            }
            default -> {}
        }
        prefixBefore = isNot;
        return sum;
    }

    private void add() {
        here++;
        sum++;
    }
}
