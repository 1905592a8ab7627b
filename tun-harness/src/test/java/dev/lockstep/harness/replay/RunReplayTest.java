package dev.lockstep.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.TextLadder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded runs against the model and the code. */
class RunReplayTest {

    @TempDir
    private Path folder;

    private RunReplay.Result replay(Path file) throws IOException {
        return Runs.replay(file, folder.resolve("out"));
    }

    /** Changes the first line that is so. @return its number */
    private static int tamper(Path file, Predicate<String> which, String old, String with) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            String changed = lines.get(i).replaceFirst(old, with);
            if (which.test(lines.get(i)) && !changed.equals(lines.get(i))) {
                lines.set(i, changed);
                Files.write(file, lines);
                return i + 1;
            }
        }
        throw new AssertionError("no such line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                               | 2000",
                "loss=8%,reorder=8%,depth=3,duplicate=3%,delay=5ms | 60000",
            })
    void whatTheStackDoesIsWhatTheTablesSay(String link, int bytes) throws IOException {
        RunReplay.Result result = replay(Runs.record(folder, link, bytes, 3));

        assertThat(result.finding()).isEmpty();
        assertThat(result.torn()).isFalse();
        assertThat(result.events()).isGreaterThan(20);
        assertThat(result.rows()).contains("listen-syn", "text-in-order", "time-wait-over", "syn-sent-refused");
    }

    @Test
    void aVariableThatIsAnother() throws IOException {
        Path file = Runs.record(folder, "", 2000, 1);
        int line = tamper(file, text -> text.contains("transmit-"), "\"SND.NXT\":\\d+", "\"SND.NXT\":17");

        RunReplay.Result result = replay(file);

        assertThat(result.finding().orElseThrow().event().line()).isEqualTo(line);
        assertThat(ReplayResults.text(file, result))
                .contains(
                        file + ":" + line + ": error R201: ",
                        "SND.NXT: the tables say ",
                        ", the run 17",
                        "nearest row: ")
                .containsPattern("nearest row: \\S+ \\(.*spec/tables/tcp/\\S+\\.yaml:\\d+:\\d+\\)");
        String ladder = TextLadder.draw(
                new RunReplay(null, folder, Runs.RUNTIME).ladder(file, result, Runs.tables()), 80, Glyphs.ASCII);
        assertThat(ladder).contains("line " + line).contains("CTL=");
        assertThat(ReplayResults.json(file, result))
                .contains("\"agrees\":false", "\"line\":" + line, "\"code\":\"R201\"");
    }

    @Test
    void aRowThatIsAnother() throws IOException {
        Path file = Runs.record(folder, "", 2000, 1);
        int line = tamper(file, text -> true, "\"window-opens\"", "\"window-stays\"");

        assertThat(ReplayResults.text(file, replay(file)))
                .contains(":" + line + ": error R201: ")
                .contains("the tables fire window-opens, the run window-stays")
                .contains("nearest row: window-opens (");
    }

    /** Times are not in the model: the code itself sees them. */
    @Test
    void aTimeThatIsAnother() throws IOException {
        Path file = Runs.record(folder, "delay=5ms", 2000, 1);
        int line = tamper(file, text -> text.contains("\"SRTT\""), "\"SRTT\":\\d+", "\"SRTT\":77");

        RunReplay.Result result = replay(file);

        assertThat(result.finding().orElseThrow().event().line()).isEqualTo(line);
        assertThat(ReplayResults.text(file, result)).contains("SRTT: Java has ", ", the run 77");
    }

    @Test
    void aLastLineThatWasCutOff() throws IOException {
        Path file = Runs.record(folder, "", 2000, 1);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 30));

        RunReplay.Result result = replay(file);

        assertThat(result.finding()).isEmpty();
        assertThat(result.torn()).isTrue();
        assertThat(ReplayResults.text(file, result)).contains("the last line was cut off");
    }

    @Test
    void aRunOfOtherTables() throws IOException {
        Path file = Runs.record(folder, "", 10, 1);
        Files.writeString(file, Files.readString(file).replaceFirst("\"tables\":\"..", "\"tables\":\"zz"));

        assertThatThrownBy(() -> replay(file)).hasMessageContaining(":1: error R109: this run is one of other tables");
    }
}
