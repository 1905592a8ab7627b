package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.yaml.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names declared in one space: each is well formed and declared once. */
final class Names {

    /** The words of the grammar, and what the language itself defines. */
    private static final Set<String> RESERVED = Set.of(
            "always",
            "and",
            "call",
            "cancel",
            "delete_tcb",
            "else",
            "eventually",
            "false",
            "for",
            "if",
            "implies",
            "in",
            "not",
            "or",
            "otherwise",
            "restart",
            "start",
            "then",
            "true",
            "STATE",
            "armed",
            "min",
            "max",
            "abs",
            "with",
            "from",
            "none",
            "holds",
            "end_of",
            "fits",
            "is_empty");

    /** The longest of the present names has 26 characters. */
    private static final int LONGEST = 64;

    private final Code twice;
    private final Diagnostics diagnostics;
    private final Map<String, Place> byKey = new HashMap<>();
    private final Map<String, String> spelling = new HashMap<>();

    /** @param twice what to report when a name comes again */
    Names(Code twice, Diagnostics diagnostics) {
        this.twice = twice;
        this.diagnostics = diagnostics;
    }

    /** Declares a name that expressions can use; false, reported, if it cannot be one or is already there. */
    boolean declare(Scalar name) {
        String text = name.text();
        if (RESERVED.contains(text)) {
            diagnostics.add(
                    name.place(),
                    Code.MALFORMED_NAME,
                    "`" + text + "` is a word of the language itself",
                    "choose another name");
            return false;
        }
        return declareWord(name);
    }

    /** As {@link #declare}, for names that never stand in an expression: words of the language are allowed. */
    boolean declareWord(Scalar name) {
        if (!check(name, diagnostics)) {
            return false;
        }
        String text = name.text();
        // What differs only in these is one name to Java and TLA+.
        String key = text.replace('-', '_').replace('.', '_').toLowerCase(Locale.ROOT);
        Place first = byKey.putIfAbsent(key, name.place());
        if (first == null) {
            spelling.put(key, text);
            return true;
        }
        String other = spelling.get(key);
        String message = text.equals(other)
                ? "`" + text + "` is already there"
                : "`" + text + "` and `" + other + "` would be one name in Java and TLA+";
        diagnostics.add(name.place(), twice, message, List.of(first), "choose another name");
        return false;
    }

    /** Is it letters, digits and {@code _}, parts joined by {@code .} or {@code -}? Reported if not. */
    static boolean check(Scalar name, Diagnostics diagnostics) {
        if (isName(name.text())) {
            return true;
        }
        diagnostics.add(
                name.place(),
                Code.MALFORMED_NAME,
                "`" + abbreviate(name.text()) + "` cannot be a name",
                "begin with a letter, then letters, digits and `_`, parts joined by `.` or `-`; at most " + LONGEST
                        + " characters");
        return false;
    }

    private static String abbreviate(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetter(text.charAt(0))) {
            return false;
        }
        boolean joined = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joins = c == '.' || c == '-';
            boolean isPart = isLetter(c) || (c >= '0' && c <= '9') || c == '_';
            if ((!joins && !isPart) || (joins && joined)) {
                return false;
            }
            joined = joins;
        }
        return !joined;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
