package dev.lockstep.harness.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the generated modules say of a property: its definition, and those that it stands on. */
final class PropertyText {

    /** A comment, a name at the beginning of a line, and the indented lines below it. */
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^((?:\\\\\\*.*\\n)*)(\\w+)(?:\\([^)=]*\\))? ==(.*\\n?(?:[ \\t]+\\S.*\\n?)*)");

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*\\b");
    private static final int LONGEST = 12;

    private final Map<String, String> definitions = new LinkedHashMap<>();

    PropertyText(Collection<String> modules) {
        for (String module : modules) {
            Matcher found = DEFINITION.matcher(module);
            while (found.find()) {
                definitions.putIfAbsent(found.group(2), found.group().strip());
            }
        }
    }

    /** The definition, then short ones of the same module that it names. */
    List<String> of(String property) {
        var texts = new ArrayList<String>();
        Optional.ofNullable(definitions.get(property)).ifPresent(text -> {
            texts.add(text);
            for (String name : names(text)) {
                String used = definitions.get(name);
                if (!name.equals(property) && used != null && used.lines().count() <= LONGEST) {
                    texts.add(used);
                }
            }
        });
        return texts;
    }

    private static Set<String> names(String text) {
        var names = new LinkedHashSet<String>();
        Matcher name = NAME.matcher(text.replaceAll("(?m)^\\\\\\*.*$", ""));
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }
}
