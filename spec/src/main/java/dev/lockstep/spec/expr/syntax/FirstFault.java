package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.expr.grammar.LockstepLexer;
import dev.lockstep.spec.expr.grammar.LockstepParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Stops at the first fault and says in words what was expected there. ANTLR would go on and guess. */
final class FirstFault extends DefaultErrorStrategy {

    private static final String END = "the end";

    private SyntaxFault fault;

    /** The fault of the last attempt that failed. */
    SyntaxFault fault() {
        return fault;
    }

    @Override
    public void recover(Parser parser, RecognitionException cause) {
        stop(parser, cause.getOffendingToken(), cause.getExpectedTokens(), cause);
    }

    @Override
    public Token recoverInline(Parser parser) {
        stop(parser, parser.getCurrentToken(), parser.getExpectedTokens(), new InputMismatchException(parser));
        throw new AssertionError("unreachable");
    }

    @Override
    public void sync(Parser parser) {}

    private void stop(Parser parser, Token found, IntervalSet expected, RecognitionException cause) {
        int offset = found.getType() == Token.EOF ? endOf(found) : found.getStartIndex();
        Token before = found.getTokenIndex() > 0 ? parser.getTokenStream().get(found.getTokenIndex() - 1) : null;
        fault = new SyntaxFault(offset, Code.SYNTAX, describe(found, expected), advice(before, found));
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

    private static String describe(Token found, IntervalSet expected) {
        String what = found.getType() == Token.EOF ? "the end" : "`" + found.getText() + "`";
        List<String> words = words(expected);
        // Where the text could end, it could also go on in many ways; to name one of them would mislead.
        return words.isEmpty() || words.contains(END)
                ? what + " does not fit here"
                : expectation(words) + " but found " + what;
    }

    private static String expectation(List<String> words) {
        int most = 5;
        if (words.size() > most) {
            return "expected " + String.join(", ", words.subList(0, most)) + " or the like,";
        }
        if (words.size() == 1) {
            return "expected " + words.getFirst();
        }
        return "expected " + String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static List<String> words(IntervalSet expected) {
        if (expected == null) {
            return List.of();
        }
        if (expected.contains(LockstepLexer.OPEN) && expected.contains(LockstepLexer.NUMBER)) {
            return List.of("a value"); // and with it everything else that may begin one
        }
        boolean isComparison = expected.contains(LockstepLexer.EQ) && expected.contains(LockstepLexer.LT);
        var words = new ArrayList<String>();
        for (int type : expected.toArray()) {
            String word = word(type, isComparison);
            if (!words.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private static String word(int type, boolean isComparison) {
        return switch (type) {
            case Token.EOF -> END;
            case LockstepLexer.NAME -> "a name";
            case LockstepLexer.EQ,
                    LockstepLexer.NE,
                    LockstepLexer.LT,
                    LockstepLexer.LE,
                    LockstepLexer.GT,
                    LockstepLexer.GE -> isComparison ? "a comparison" : sign(type);
            case LockstepLexer.PLUS, LockstepLexer.MINUS, LockstepLexer.TIMES, LockstepLexer.DIVIDE -> "an operator";
            default -> sign(type);
        };
    }

    private static String sign(int type) {
        return LockstepParser.VOCABULARY.getDisplayName(type).replace('\'', '`');
    }

    /** For the slips that people make who come from other languages. */
    private static String advice(Token before, Token found) {
        String pair = (before == null ? "" : before.getText()) + found.getText();
        return switch (pair) {
            case "==" -> "write one `=` to compare";
            case "<>" -> "write `!=`";
            case "&&" -> "write `and`";
            case "||" -> "write `or`";
            default -> advice(found.getText());
        };
    }

    private static String advice(String found) {
        return switch (found) {
            case "&" -> "write `and`";
            case "|" -> "write `or`";
            case "!", "~" -> "write `not`, or `!=` to compare";
            case ":" -> "write `:=` to assign";
            case "=" -> "write `:=` to assign; `=` compares";
            case ":=" -> "write `=` to compare; only an action assigns";
            case "-" -> "write `0 - x` for a negative number";
            case ";" -> "write each action as an entry of its own";
            case "%", "^", "'", "\"" -> "see \"Types and expressions\" in spec/README.md";
            default -> "";
        };
    }
}
