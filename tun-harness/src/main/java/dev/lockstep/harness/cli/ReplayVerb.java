package dev.lockstep.harness.cli;

import dev.lockstep.generators.TablesDigest;
import dev.lockstep.harness.OutFolder;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.SvgLadder;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.harness.replay.ReplayResults;
import dev.lockstep.harness.replay.RunReplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What one side has recorded, on the other side. */
@Command(
        name = "replay",
        description = "Hold a recorded run against the tables with TLC, line by line.",
        footer = {
            "",
            "FILE is what ./lockstep up --record or ./lockstep demo --record has written. Exit code 1 if a line of it is not"
                    + " what the tables do: then it is told with the row that is nearest and what differs, and drawn as"
                    + " replay.txt and replay.svg. 2 if the file is of other tables, or damaged; a last line that was cut"
                    + " off is told, and the others count."
        })
final class ReplayVerb implements Callable<Integer>, OnTables {

    @Parameters(paramLabel = "FILE", description = "The recorded run.")
    private Path file;

    @Mixin
    private ModelFolders folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the drawing and the files of TLC go; .lockstep/replay of this checkout if left out.")
    private Path out;

    @Option(names = "--json", description = "Write the result as one JSON object.")
    private boolean json;

    @Option(names = "--width", paramLabel = "N", description = "Columns of a ladder, 64 to 100. Default: 80.")
    private int width = 80;

    @Option(names = "--ascii", description = "Draw ladders in ASCII.")
    private boolean ascii;

    @Spec
    private CommandSpec spec;

    @Override
    public Path tables() {
        return folders.tables();
    }

    @Override
    public Integer call() throws IOException {
        Path folder = out != null ? out : Checkout.locate().home().resolve(".lockstep/replay");
        OutFolder.refuseUnusable(folder);
        ModelChoice choice = folders.choice();
        var replay =
                new RunReplay(Tlc.locate(), folder, Checkout.locate().home().resolve("reference-impl/src/main/tla"));
        Files.createDirectories(folder);
        forget(folder);
        RunReplay.Result result;
        try (var progress = Progress.of("lines", -1)) {
            result = replay.replay(file, choice.specification(), TablesDigest.of(choice.tables()), progress::stepTo);
        }
        PrintWriter writer = spec.commandLine().getOut();
        if (result.finding().isPresent()) {
            Ladder ladder = replay.ladder(file, result, choice.specification());
            Files.writeString(folder.resolve("replay.txt"), TextLadder.draw(ladder, TextLadder.WIDEST, Glyphs.UNICODE));
            Files.writeString(folder.resolve("replay.svg"), SvgLadder.draw(ladder));
            if (!json) {
                Glyphs glyphs = ascii ? Glyphs.ASCII : Glyphs.fitting(System.out.charset());
                writer.println(TextLadder.draw(ladder, width, glyphs));
            }
        }
        writer.println(json ? ReplayResults.json(file, result) : ReplayResults.text(file, result));
        writer.flush();
        return result.finding().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }

    /** What a former replay has left must not speak for this one. */
    private static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("replay.txt"));
        Files.deleteIfExists(folder.resolve("replay.svg"));
    }
}
