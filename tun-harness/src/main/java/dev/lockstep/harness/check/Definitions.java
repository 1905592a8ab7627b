package dev.lockstep.harness.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the generated modules say of a property: its definition, and those that it stands on. */
final class Definitions {

    /** A comment, a name at the beginning of a line, and the indented lines below it. */
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^((?:\\\\\\*.*\\n)*)(\\w+)(?:\\([^)=]*\\))? ==(.*\\n?(?:[ \\t]+\\S.*\\n?)*)");

    /** {@code InvSynHolds} says that {@code InvSyn} holds of both ends. */
    private static final String HOLDS = "Holds";

    private final Map<String, String> definitions = new LinkedHashMap<>();

    Definitions(Collection<String> modules) {
        for (String module : modules) {
            Matcher found = DEFINITION.matcher(module);
            while (found.find()) {
                definitions.putIfAbsent(found.group(2), found.group().strip());
            }
        }
    }

    /** The definition; behind one that only names another, that one too. */
    List<String> of(String property) {
        var texts = new ArrayList<String>();
        Optional.ofNullable(definitions.get(property)).ifPresent(text -> {
            texts.add(text);
            if (property.endsWith(HOLDS)) {
                String named = property.substring(0, property.length() - HOLDS.length());
                Optional.ofNullable(definitions.get(named)).ifPresent(texts::add);
            }
        });
        return texts;
    }
}
