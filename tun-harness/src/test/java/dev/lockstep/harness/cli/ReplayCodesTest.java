package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.replay.Deviation;
import dev.lockstep.harness.replay.RunFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayCodesTest {

    private static final Path RUNS = Path.of(System.getProperty("lockstep.home", ".."), "spec/models/runs.md");

    @Test
    void theFormatsPageListsThemAll() throws IOException {
        List<String> listed = Files.readAllLines(RUNS).stream()
                .filter(line -> line.matches("\\| R\\d{3} \\|.*"))
                .toList();
        assertThat(listed)
                .isEqualTo(Stream.concat(
                                Arrays.stream(RunFault.values()).map(fault -> line(fault.code(), fault.is())),
                                Arrays.stream(Deviation.values()).map(found -> line(found.code(), found.is())))
                        .toList());
    }

    private static String line(String code, String is) {
        return "| " + code + " | " + is + " |";
    }

    @Test
    void eachIsExplained() {
        for (String code : ReplayCodes.all()) {
            var out = new StringWriter();
            assertThat(ReplayCodes.print(code, new PrintWriter(out, true))).isTrue();
            assertThat(out.toString()).startsWith(code + ": ").hasLineCount(2);
        }
        assertThat(ReplayCodes.print("R999", new PrintWriter(new StringWriter())))
                .isFalse();
    }
}
