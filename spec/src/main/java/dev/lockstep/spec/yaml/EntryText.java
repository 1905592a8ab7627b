package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An entry of a list or mapping as its author wrote it. */
public final class EntryText {

    private EntryText() {}

    /**
     * The lines of the entry that begins at a place, without its indentation.
     *
     * @return none if the file has gone since it was read
     */
    public static List<String> at(Place place) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of(place.file()));
        } catch (IOException gone) {
            return List.of();
        }
        int indent = place.column() - 1;
        boolean isKey = lines.get(place.line() - 1).substring(0, indent).isBlank();
        var text = new ArrayList<String>();
        for (String line : lines.subList(place.line() - 1, lines.size())) {
            int begins = line.length() - line.stripLeading().length();
            // A key of a mapping ends where the next one begins, the first key of a list's item where its line does.
            boolean isOutside = !line.isBlank() && (begins < indent || (begins == indent && isKey));
            if (isOutside && !text.isEmpty()) {
                break;
            }
            text.add(line.length() > indent ? line.substring(indent) : line.strip());
        }
        while (!text.isEmpty() && (text.getLast().isBlank() || text.getLast().startsWith("#"))) {
            text.removeLast();
        }
        return text;
    }
}
