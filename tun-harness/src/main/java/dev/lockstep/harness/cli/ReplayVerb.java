package dev.lockstep.harness.cli;

import dev.lockstep.generators.TablesDigest;
import dev.lockstep.harness.OutFolder;
import dev.lockstep.harness.check.CounterexampleJson;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.Ladder;
import dev.lockstep.harness.ladder.SvgLadder;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.harness.replay.CounterexampleReplay;
import dev.lockstep.harness.replay.CounterexampleResults;
import dev.lockstep.harness.replay.ReplayResults;
import dev.lockstep.harness.replay.RunReplay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        description =
                "What one side has recorded, on the other: a run of the stack in TLC, a counterexample of TLC in Java.",
        footer = {
            "",
            "A recorded run (./lockstep up --record, ./lockstep demo --record) is held against the tables, line by line. Exit"
                    + " code 1 if a line is not what the tables do: it is told with the row that is nearest and what differs,"
                    + " and drawn as replay.txt and replay.svg. A last line that was cut off is told, and the others count.",
            "",
            "A counterexample (counterexample.json of ./lockstep check) is done step by step in the generated Java. Exit code"
                    + " 1 if a step is otherwise there.",
            "",
            "Exit code 2 if the file is damaged, or about other tables or another model."
        })
final class ReplayVerb implements Callable<Integer>, OnTables {

    private static final String TEXT = "replay.txt";
    private static final String SVG = "replay.svg";

    /** Of a counterexample, the name of its form stands within so many bytes. */
    private static final int HEAD = 256;

    @Parameters(paramLabel = "FILE", description = "The recorded run, or the counterexample.")
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
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(TEXT)); // of a former replay, which must not speak for this one
        Files.deleteIfExists(folder.resolve(SVG));
        return isCounterexample() ? counterexample(folder) : run(folder);
    }

    private boolean isCounterexample() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(CounterexampleJson.SCHEMA);
        }
    }

    private int run(Path folder) throws IOException {
        ModelChoice choice = folders.choice();
        var replay = new RunReplay(Tlc.locate(), folder, runtime());
        RunReplay.Result result;
        try (var progress = Progress.of("lines", -1)) {
            result = replay.replay(file, choice.specification(), TablesDigest.of(choice.tables()), progress::stepTo);
        }
        if (result.finding().isPresent()) {
            draw(replay.ladder(file, result, choice.specification()), folder);
        }
        print(json ? ReplayResults.json(file, result) : ReplayResults.text(file, result));
        return result.finding().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private int counterexample(Path folder) throws IOException {
        ModelChoice choice = folders.choice();
        CounterexampleReplay.Result result = new CounterexampleReplay(
                        name -> choice.choose(List.of(name), true).getFirst(), runtime())
                .replay(file);
        if (result.ladder().isPresent()) {
            draw(result.ladder().get(), folder);
        }
        print(json ? CounterexampleResults.json(file, result) : CounterexampleResults.text(file, result));
        return result.finding().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private static Path runtime() {
        return Checkout.locate().home().resolve("reference-impl/src/main/tla");
    }

    private void draw(Ladder ladder, Path folder) throws IOException {
        Files.writeString(folder.resolve(TEXT), TextLadder.draw(ladder, TextLadder.WIDEST, Glyphs.UNICODE));
        Files.writeString(folder.resolve(SVG), SvgLadder.draw(ladder));
        if (!json) {
            print(TextLadder.draw(ladder, width, ascii ? Glyphs.ASCII : Glyphs.fitting(System.out.charset())));
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
