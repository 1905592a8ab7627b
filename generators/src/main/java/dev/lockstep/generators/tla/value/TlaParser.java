package dev.lockstep.generators.tla.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values as TLC prints them. Bounded: text longer than {@link #LONGEST} or nested deeper than {@link #DEEPEST} is
 * refused, not read.
 */
public final class TlaParser {

    static final int LONGEST = 1 << 20;
    static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private TlaParser(String text) {
        if (text.length() > LONGEST) {
            throw new TlaSyntaxException("longer than " + LONGEST + " characters", 0);
        }
        this.text = text;
    }

    /** @throws TlaSyntaxException if this is not exactly one value */
    public static TlaValue value(String text) {
        var parser = new TlaParser(text);
        TlaValue value = parser.value();
        parser.expectEnd();
        return value;
    }

    /**
     * The variables of a state: {@code /\ x = 1}, one below the other, or {@code x = 1} when there is but one.
     *
     * @throws TlaSyntaxException if it reads otherwise
     */
    public static Map<String, TlaValue> assignments(String text) {
        var parser = new TlaParser(text);
        var variables = new LinkedHashMap<String, TlaValue>();
        do {
            parser.skip("/\\");
            String name = parser.name();
            parser.expect("=");
            variables.put(name, parser.value());
        } while (!parser.atEnd());
        return variables;
    }

    private TlaValue value() {
        if (++depth > DEEPEST) {
            throw fault("nested deeper than " + DEEPEST);
        }
        try {
            return unboundedValue();
        } finally {
            depth--;
        }
    }

    private TlaValue unboundedValue() {
        if (skip("<<")) {
            return new TlaValue.Tuple(list(">>"));
        }
        if (skip("{")) {
            return new TlaValue.SetOf(list("}"));
        }
        if (skip("[")) {
            return record();
        }
        if (skip("(")) {
            return function();
        }
        char next = peek();
        if (next == '"') {
            return string();
        }
        if (next == '-' || isDigit(next)) {
            return number();
        }
        String name = name();
        return switch (name) {
            case "TRUE" -> new TlaValue.Bool(true);
            case "FALSE" -> new TlaValue.Bool(false);
            default -> new TlaValue.Atom(name);
        };
    }

    private List<TlaValue> list(String end) {
        var items = new ArrayList<TlaValue>();
        if (skip(end)) {
            return items;
        }
        do {
            items.add(value());
        } while (skip(","));
        expect(end);
        return items;
    }

    private TlaValue record() {
        var fields = new LinkedHashMap<String, TlaValue>();
        if (skip("]")) {
            return new TlaValue.Rec(fields);
        }
        do {
            String field = name();
            expect("|->");
            fields.put(field, value());
        } while (skip(","));
        expect("]");
        return new TlaValue.Rec(fields);
    }

    private TlaValue function() {
        var points = new LinkedHashMap<TlaValue, TlaValue>();
        do {
            TlaValue argument = value();
            expect(":>");
            points.put(argument, value());
        } while (skip("@@"));
        expect(")");
        return new TlaValue.Fn(points);
    }

    private TlaValue string() {
        var string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                c = switch (escaped) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'f' -> '\f';
                    default -> escaped;
                };
            }
            string.append(c);
        }
        if (at == text.length()) {
            throw fault("a string that does not end");
        }
        at++;
        return new TlaValue.Str(string.toString());
    }

    private TlaValue number() {
        int from = integer();
        return skip("..") ? new TlaValue.Interval(from, integer()) : new TlaValue.Int(from);
    }

    private int integer() {
        skipBlanks();
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        try {
            return Integer.parseInt(text, start, at, 10);
        } catch (NumberFormatException notANumber) {
            at = start;
            throw fault("expected a number");
        }
    }

    private String name() {
        skipBlanks();
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_!".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw fault("expected a value or a name");
        }
        return text.substring(start, at);
    }

    private boolean skip(String token) {
        skipBlanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw fault("expected " + token);
        }
    }

    private void expectEnd() {
        if (!atEnd()) {
            throw fault("expected the end");
        }
    }

    private boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    private char peek() {
        skipBlanks();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private TlaSyntaxException fault(String what) {
        return new TlaSyntaxException(what, at);
    }
}
