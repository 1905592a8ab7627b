package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.grammar.LockstepLexer;
import dev.lockstep.spec.expr.grammar.LockstepParser;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads expressions and actions. Hostile text costs bounded time and stack: its length, its number of words and its nesting
 * are counted before the parser, which recurses, sees it.
 */
public final class SyntaxReader {

    /** Characters in one expression; the longest of the present tables has under 200. */
    static final int MOST_CHARACTERS = 4_096;

    /** Words, numbers and signs in one expression. */
    static final int MOST_TOKENS = 1_000;

    /** Open parentheses, and prefixes such as {@code not} and {@code if} inside each other. */
    static final int DEEPEST = 64;

    private final Diagnostics diagnostics;

    public SyntaxReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reads all of {@code text} as an expression; empty, and a diagnostic, if it is none. */
    public Optional<Syntax> expression(String text, Positions positions) {
        return read(text, positions, LockstepParser::wholeExpression)
                .map(tree -> new SyntaxBuilder(positions).build(tree.expression()));
    }

    /** Reads all of {@code text} as an entry of {@code do:}; empty, and a diagnostic, if it is none. */
    public Optional<Action> action(String text, Positions positions) {
        return read(text, positions, LockstepParser::wholeAction)
                .map(tree -> new ActionBuilder(new SyntaxBuilder(positions)).build(tree.action()));
    }

    private <T extends ParserRuleContext> Optional<T> read(
            String text, Positions positions, Function<LockstepParser, T> rule) {
        if (text.length() > MOST_CHARACTERS) {
            String message = "this has %,d characters; %,d are allowed".formatted(text.length(), MOST_CHARACTERS);
            return report(
                    new SyntaxFault(0, Code.EXPRESSION_TOO_LARGE, message, "give parts of it names, as definitions"),
                    positions);
        }
        var tokens = new CommonTokenStream(new LockstepLexer(CharStreams.fromString(text)));
        tokens.fill();
        SyntaxFault excess = excess(tokens);
        if (excess != null) {
            return report(excess, positions);
        }
        var parser = new LockstepParser(tokens);
        parser.removeErrorListeners();
        var strategy = new FirstFault();
        parser.setErrorHandler(strategy);
        try {
            // SLL never accepts what LL rejects, but may reject what LL accepts: only a fault is worth a second look.
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            return Optional.of(rule.apply(parser));
        } catch (ParseCancellationException perhaps) {
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            try {
                return Optional.of(rule.apply(parser));
            } catch (ParseCancellationException fault) {
                return report(strategy.fault(), positions);
            }
        }
    }

    private <T> Optional<T> report(SyntaxFault fault, Positions positions) {
        diagnostics.add(positions.at(fault.offset()), fault.code(), fault.message(), fault.fix());
        return Optional.empty();
    }

    /** What is too much of it, or null. */
    private static SyntaxFault excess(CommonTokenStream tokens) {
        if (tokens.size() > MOST_TOKENS) {
            return new SyntaxFault(
                    tokens.get(MOST_TOKENS).getStartIndex(),
                    Code.EXPRESSION_TOO_LARGE,
                    "this has %,d words and signs; %,d are allowed".formatted(tokens.size(), MOST_TOKENS),
                    "give parts of it names, as definitions");
        }
        var depth = new NestingCounter();
        for (Token token : tokens.getTokens()) {
            if (depth.after(token.getType()) > DEEPEST) {
                return new SyntaxFault(
                        token.getStartIndex(),
                        Code.EXPRESSION_TOO_LARGE,
                        "this is nested more than " + DEEPEST + " deep",
                        "give parts of it names, as definitions");
            }
        }
        return null;
    }
}
