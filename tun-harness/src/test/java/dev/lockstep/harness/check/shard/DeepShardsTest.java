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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs at night: both tiers, all states or runs drawn by lot, on several machines. */
class DeepShardsTest {

    private static final String MODEL = """
            model: %s
            protocol: tcp
            modulus: 16
            parameters:
              CONGESTION: none
              RCV.BUFFER: 2
              RCV.STEP: 1
              MSS.RECEIVE: 1
              MSS.DEFAULT: 1
              MSS.MIN: 1
              R1: 0
              R2.SYN: 1
              R2: 1
              DELAY.ACK: at-once
            endpoints:
              A: {offers: {ISN: 15}, calls: {OPEN: {times: 1, with: {CALL.OPENING: active}, in: [CLOSED]}}}
              B: {offers: {ISN: 7}, calls: {OPEN: {times: 1, with: {CALL.OPENING: %s}, in: [CLOSED]}}}
            timers:
              retransmission: {when: quiet}
            done:
            - A.STATE = ESTABLISHED and B.STATE = ESTABLISHED
            - EACH.STATE = CLOSED
            invariants:
            - {id: as-sent, is: EACH.INTACT}
            witnesses:
            - {id: both-open, is: A.STATE = ESTABLISHED and B.STATE = ESTABLISHED}
            deep:   # a loss, or a copy
              faults: 1
            # behind it
            """;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(models());
        Files.writeString(models().resolve("one.yaml"), MODEL.formatted("one", "passive"));
        Files.writeString(models().resolve("two.yaml"), MODEL.formatted("two", "active"));
    }

    private Path models() {
        return folder.resolve("models");
    }

    private int lockstep(String... words) {
        said.getBuffer().setLength(0);
        var writer = new PrintWriter(said, true);
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--models", models().toString()));
        return Lockstep.run(writer, writer, all.toArray(String[]::new));
    }

    private int check(String out, String... more) {
        var words =
                new ArrayList<>(List.of("check", "--out", folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return lockstep(words.toArray(String[]::new));
    }

    private int merge(String... shards) {
        var words = new ArrayList<>(List.of("merge"));
        for (String shard : shards) {
            words.add(folder.resolve(shard).toString());
        }
        return lockstep(words.toArray(String[]::new));
    }

    @Test
    void allStatesOfBothTiers() throws IOException {
        assertThat(check("pinned", "--deep", "--pin")).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(models().resolve("one.yaml")))
                .containsPattern(
                        "deep:   # a loss, or a copy\n  faults: 1\n  distinct: \\d+\n# behind it\ndistinct: \\d+\n$");

        assertThat(check("plain")).isEqualTo(ExitCode.DONE);
        assertThat(said.toString()).contains("one ", "two ").doesNotContain("deep");

        assertThat(check("1", "--deep", "--shard", "1/2")).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(said.toString()).contains("2 of 4 models");
        assertThat(check("2", "--deep", "--shard", "2/2")).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(merge("1", "2")).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(said.toString().lines().filter(line -> line.endsWith(" holds")))
                .hasSize(4);
    }

    @Test
    void runsDrawnByLotOfBothTiers() {
        String[] lots = {"--deep", "--simulate", "9", "--depth", "8", "--seed", "4", "--shard"};
        assertThat(check("1", with(lots, "1/2"))).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(check("2", with(lots, "2/2"))).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(merge("1", "2")).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(said.toString().lines().filter(line -> line.matches("(one|two)(-deep)? +9 .*no fault met")))
                .as(said.toString())
                .hasSize(4);
    }

    private static String[] with(String[] words, String last) {
        var all = new ArrayList<>(List.of(words));
        all.add(last);
        return all.toArray(String[]::new);
    }
}
