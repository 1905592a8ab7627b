package dev.lockstep.harness.check.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.cli.ExitCode;
import dev.lockstep.harness.cli.Lockstep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check in two processes, as a Kubernetes Job or a Slurm array starts them, and joined. */
class ShardedCheckTest {

    private static final String HOME = System.getProperty("lockstep.home", "..");
    private static final List<String> MODELS = List.of("forge", "open", "window");

    @TempDir
    private static Path checked;

    @TempDir
    private Path folder;

    private Path models = checked.resolve("models");
    private final StringWriter said = new StringWriter();

    /** Each shard a process of its own, both at once. */
    @BeforeAll
    static void checkInTwoProcesses() throws Exception {
        copyModels(checked.resolve("models"), "");
        var shards = new ArrayList<Process>();
        for (int i = 1; i <= 2; i++) {
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlockstep.home=" + HOME,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Lockstep.class.getName(),
                    "check"));
            command.addAll(MODELS);
            command.addAll(List.of(
                    "--shard",
                    i + "/2",
                    "--out",
                    checked.resolve("shard-" + i).toString(),
                    "--models",
                    checked.resolve("models").toString()));
            shards.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(checked.resolve("shard-" + i + ".log").toFile())
                    .start());
        }
        for (int i = 0; i < shards.size(); i++) {
            assertThat(shards.get(i).waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(shards.get(i).exitValue())
                    .as(Files.readString(checked.resolve("shard-" + (i + 1) + ".log")))
                    .isEqualTo(ExitCode.DONE);
        }
    }

    /** Without the counts that are pinned, which are another test's affair. */
    private static void copyModels(Path to, String pinned) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(Path.of(HOME).resolve("spec/models"))) {
            for (Path file : all.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                Files.writeString(
                        to.resolve(file.getFileName().toString()),
                        Files.readString(file).replaceAll("(?m)^distinct:.*\n", pinned));
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        for (String shard : List.of("shard-1", "shard-2")) {
            Files.createDirectories(folder.resolve(shard));
            Files.copy(file(checked, shard), file(folder, shard));
        }
    }

    private static Path file(Path folder, String shard) {
        return folder.resolve(shard).resolve("checked.jsonl");
    }

    private int merge(String... shards) {
        said.getBuffer().setLength(0);
        var writer = new PrintWriter(said, true);
        String[] folders = Arrays.stream(shards)
                .map(shard ->
                        shard.startsWith("--") ? shard : folder.resolve(shard).toString())
                .toArray(String[]::new);
        return Lockstep.run(
                writer,
                writer,
                Stream.concat(Stream.of("merge", "--models", models.toString()), Arrays.stream(folders))
                        .toArray(String[]::new));
    }

    private void change(String shard, String old, String with) throws IOException {
        String text = Files.readString(file(folder, shard));
        assertThat(text).containsPattern(old);
        Files.writeString(file(folder, shard), text.replaceFirst(old, with));
    }

    @Test
    void bothTogetherAreTheWhole() {
        assertThat(merge("shard-2", "shard-1")).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(said.toString())
                .contains("forge", "open", "window", "rows fired")
                .doesNotContain("violated");
        assertThat(merge("shard-1", "shard-2", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(said.toString()).contains("\"schema\" : \"lockstep-check/1\"", "\"passed\" : true", "\"pairs\"");
    }

    @Test
    void eachModelIsInOneShard() throws IOException {
        assertThat(Files.readAllLines(file(checked, "shard-1"))).hasSize(3);
        assertThat(Files.readAllLines(file(checked, "shard-2"))).hasSize(2);
    }

    @Test
    void oneIsMissing() {
        assertThat(merge("shard-1")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("shard 2/2 is missing");
    }

    @Test
    void oneTwice() {
        assertThat(merge("shard-1", "shard-1", "shard-2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("shard 1/2 is given twice");
    }

    @Test
    void oneThatIsNotFinished() throws IOException {
        List<String> lines = Files.readAllLines(file(folder, "shard-1"));
        Files.write(file(folder, "shard-1"), lines.subList(0, 2));
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).containsPattern("shard 1/2 is not complete: model \\w+ is not done");
    }

    @Test
    void oneOfAnotherModel() throws IOException {
        change("shard-2", "\"forge\":\"....", "\"forge\":\"zzzz");
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("other tables, models or options");
        change("shard-1", "\"forge\":\"....", "\"forge\":\"zzzz");
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("another model forge than that of this checkout");
    }

    @Test
    void aPropertyThatIsFalse() throws IOException {
        change(
                "shard-1",
                "\"verdict\":\"holds\"",
                "\"verdict\":\"violated\",\"kind\":\"invariant\",\"property\":\"TypeOK\"");
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.FALSE);
        assertThat(said.toString()).contains("invariant TypeOK is violated");
    }

    @Test
    void aCountThatIsNotAsPinned() throws IOException {
        models = folder.resolve("models");
        copyModels(models, "distinct: 7\n");
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.FALSE);
        assertThat(said.toString()).contains("but 7 are pinned");
    }

    @Test
    void aPairOfStatesThatIsNotListed() throws IOException {
        change("shard-2", "\"pairs\":\\{", "\"pairs\":{\"SYN-SENT / CLOSING\":1,");
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.FALSE);
        assertThat(said.toString()).contains("SYN-SENT / CLOSING");
    }

    @Test
    void damage() throws IOException {
        change("shard-2", "\\{\"model\"", "{model");
        assertThat(merge("shard-1", "shard-2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.toString()).contains("checked.jsonl:2: this is no file of results");
    }
}
