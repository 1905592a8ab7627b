package dev.lockstep.harness.check;

import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.SvgLadder;
import dev.lockstep.harness.ladder.TextLadder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A counterexample as files: for a reader, for a report, for programs. */
final class CounterexampleFiles {

    private static final String TEXT = "counterexample.txt";
    private static final String SVG = "counterexample.svg";
    private static final String JSON = "counterexample.json";

    private CounterexampleFiles() {}

    static void write(Counterexample counterexample, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(JSON), CounterexampleJson.write(counterexample).toPrettyString() + "\n");
        if (counterexample.ladder().isPresent()) {
            Ladder ladder = counterexample.ladder().get();
            Files.writeString(folder.resolve(TEXT), TextLadder.draw(ladder, TextLadder.WIDEST, Glyphs.UNICODE));
            Files.writeString(folder.resolve(SVG), SvgLadder.draw(ladder));
        }
    }

    /** What a former run has left. */
    static void delete(Path folder) throws IOException {
        for (String name : List.of(TEXT, SVG, JSON)) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
