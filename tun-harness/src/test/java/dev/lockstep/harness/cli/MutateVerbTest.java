package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Mutants end to end, on the smallest model. */
class MutateVerbTest {

    private static final Path MODELS = Path.of(System.getProperty("lockstep.home", ".."), "spec/models");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The models in a folder of their own, so that the list of equivalent mutants is the test's. */
    @BeforeEach
    void copyModels() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        for (String name : List.of("forge.yaml", "safety.yaml", "once.yaml")) {
            Files.copy(MODELS.resolve(name), models.resolve(name));
        }
    }

    private int run(String verb, String... more) {
        var args = new ArrayList<>(
                List.of(verb, "--models", folder.resolve("models").toString()));
        args.addAll(List.of(more));
        out.getBuffer().setLength(0);
        return Lockstep.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void oneIsRejectedOneFailsInAProofOneInAModelAndOneSurvives() throws IOException {
        String[] chosen = {
            "--rows", "time-wait-over", "syn-sent-established", "--kind", "negate", "effect", "--tests", "none"
        };
        assertThat(run("mutate", with(chosen, "--out", out("whole"))))
                .as(out + "\n" + err)
                .isEqualTo(ExitCode.FALSE);
        String results = Files.readString(folder.resolve("whole/mutants.jsonl"));
        assertThat(results)
                .contains("\"fate\":\"rejected\"", "\"fate\":\"proof\"", "\"fate\":\"model\"", "\"fate\":\"survived\"");
        assertThat(out.toString())
                .contains("time-wait-timeout.yaml:9:10: survived: no model gets there\n"
                        + "  time-wait-over:effect:1: without `leave`\n");

        String again = out.toString();
        assertThat(run("mutate", with(chosen, "--out", out("whole")))).isEqualTo(ExitCode.FALSE);
        assertThat(out.toString()).isEqualTo(again);
        assertThat(folder.resolve("whole/mutants.jsonl")).hasContent(results);
        assertThat(run("merge", out("whole"))).isEqualTo(ExitCode.FALSE);
        assertThat(again).endsWith(out.toString());
    }

    private static String[] with(String[] some, String... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void theListIsTheSameEachTimeAndShardsDivideIt() {
        assertThat(run("mutate", "--list", "--sample", "9", "--seed", "4")).isEqualTo(ExitCode.DONE);
        List<String> whole = out.toString().lines().toList();
        assertThat(whole).hasSize(9);
        var parts = new ArrayList<String>();
        for (String shard : List.of("1/2", "2/2")) {
            run("mutate", "--list", "--sample", "9", "--seed", "4", "--shard", shard);
            parts.addAll(out.toString().lines().toList());
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void wrongNamesAreBadInput() {
        assertThat(run("mutate", "--list", "--rows", "time-wait-overr")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("nothing of the tables that has mutants is called time-wait-overr");
        assertThat(run("mutate", "--list", "--shard", "3/2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("merge", out("nowhere"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there is no mutants.jsonl");
    }

    @Test
    void anEquivalentMutantThatIsNoLongerThereIsBadInput() throws IOException {
        Files.writeString(
                folder.resolve("models/equivalent-mutants.yaml"),
                "equivalent:\n- {id: time-wait-over:effect:1, change: without something, reason: none}\n");
        assertThat(run("mutate", "--list")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("equivalent-mutants.yaml:2:3", "no mutant time-wait-over:effect:1 with this change");
    }
}
