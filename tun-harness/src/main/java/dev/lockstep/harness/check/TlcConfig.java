package dev.lockstep.harness.check;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration of TLC, of which properties over time can be taken away: each of them, or all. */
public record TlcConfig(String text) {

    private static final Pattern PROPERTIES =
            Pattern.compile("(?m)^PROPERT(?:Y|IES)\\b((?:[ \\t]*\\n?[ \\t]+\\S+)*)[ \\t]*$");

    /** The names of the properties over time, in order. */
    public List<String> properties() {
        return PROPERTIES
                .matcher(text)
                .results()
                .flatMap(block -> Arrays.stream(block.group(1).trim().split("\\s+")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The same with these properties only. */
    public TlcConfig with(List<String> properties) {
        Matcher blocks = PROPERTIES.matcher(text);
        String without = blocks.replaceAll("");
        return new TlcConfig(
                properties.isEmpty() ? without : without + "\nPROPERTIES\n  " + String.join("\n  ", properties) + "\n");
    }
}
