package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.expr.grammar.LockstepLexer;
import dev.lockstep.spec.expr.grammar.LockstepParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Stops at the first fault and says in words what was expected there. ANTLR would go on and guess. */
final class FirstFault extends DefaultErrorStrategy {

    private SyntaxFault fault;

    /** The fault of the last attempt that failed. */
    SyntaxFault fault() {
        return fault;
    }

    @Override
    public void recover(Parser parser, RecognitionException cause) {
        Token found = cause.getOffendingToken();
        // Where no alternative fits, ANTLR knows no expected set at the offending word, only at the start.
        IntervalSet expected = cause instanceof NoViableAltException wide && wide.getStartToken() != found
                ? IntervalSet.EMPTY_SET
                : cause.getExpectedTokens();
        stop(found, expected, cause);
    }

    @Override
    public Token recoverInline(Parser parser) {
        stop(parser.getCurrentToken(), parser.getExpectedTokens(), new InputMismatchException(parser));
        throw new AssertionError("unreachable");
    }

    @Override
    public void sync(Parser parser) {}

    private void stop(Token found, IntervalSet expected, RecognitionException cause) {
        int offset = found.getType() == Token.EOF ? endOf(found) : found.getStartIndex();
        String message = expectation(expected) + "but found " + describe(found);
        fault = new SyntaxFault(offset, Code.SYNTAX, message, advice(found));
        throw new ParseCancellationException(cause);
    }

    /** Behind the last character that is not blank, since that is where the author looks. */
    private static int endOf(Token end) {
        String text = end.getInputStream().toString();
        int offset = text.length();
        while (offset > 0 && Character.isWhitespace(text.charAt(offset - 1))) {
            offset--;
        }
        return offset;
    }

    private static String describe(Token found) {
        return found.getType() == Token.EOF ? "the end" : "`" + found.getText() + "`";
    }

    private static String expectation(IntervalSet expected) {
        if (expected == null || expected.isNil()) {
            return "expected something else here, ";
        }
        var words = new java.util.ArrayList<String>();
        if (expected.contains(LockstepParser.OPEN) && expected.contains(LockstepParser.NUMBER)) {
            words.add("a value"); // and with it everything else that may begin one
        } else {
            for (int type : expected.toArray()) {
                String word = word(type);
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
        }
        int most = 5;
        if (words.size() > most) {
            return "expected " + String.join(", ", words.subList(0, most)) + " or the like, ";
        }
        if (words.size() == 1) {
            return "expected " + words.getFirst() + " ";
        }
        return "expected " + String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast() + " ";
    }

    private static String word(int type) {
        return switch (type) {
            case Token.EOF -> "the end";
            case LockstepLexer.NAME -> "a name";
            case LockstepLexer.EQ,
                    LockstepLexer.NE,
                    LockstepLexer.LT,
                    LockstepLexer.LE,
                    LockstepLexer.GT,
                    LockstepLexer.GE -> "a comparison";
            case LockstepLexer.PLUS, LockstepLexer.MINUS, LockstepLexer.TIMES, LockstepLexer.DIVIDE -> "an operator";
            case LockstepLexer.AND, LockstepLexer.OR, LockstepLexer.IN -> "`and`, `or`, `in`";
            default -> LockstepParser.VOCABULARY.getDisplayName(type).replace('\'', '`');
        };
    }

    /** For the slips that people make who come from other languages. */
    private static String advice(Token found) {
        return switch (found.getText()) {
            case "&", "|", "!", "~" -> "write `and`, `or`, `not` and `!=`";
            case ":" -> "write `:=` to assign";
            case "=" -> "write one `=` to compare and `:=` to assign";
            case ":=" -> "write `=` to compare; only an action assigns";
            case "-" -> "write `0 - x` for a negative number";
            case ">", "<" -> "in a slot, put a comparison in parentheses: `<LEN=(if a < b then a else b)>`";
            case ";" -> "write each action as an entry of its own";
            case "%", "^", "'", "\"" -> "see the operators in spec/README.md";
            default -> "";
        };
    }
}
