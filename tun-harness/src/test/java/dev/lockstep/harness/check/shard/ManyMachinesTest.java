package dev.lockstep.harness.check.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code spec/models/many-machines.md} shows can be copied: scripts do what they say, with a Lockstep that writes down its arguments. */
class ManyMachinesTest {

    private static final Path PAGE =
            Path.of(System.getProperty("lockstep.home", "..")).resolve("spec/models/many-machines.md");

    @TempDir
    private Path folder;

    private static String block(String language) throws IOException {
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static List<JsonNode> manifest() throws IOException {
        var documents = new ArrayList<JsonNode>();
        var yaml = new ObjectMapper(new YAMLFactory());
        try (var parser = yaml.createParser(block("yaml"))) {
            yaml.readerFor(JsonNode.class).<JsonNode>readValues(parser).forEachRemaining(documents::add);
        }
        return documents;
    }

    /** @return exit code, and what Lockstep was started with */
    private String run(int ends, String script, Map<String, String> environment) throws Exception {
        Path lockstep = folder.resolve("lockstep");
        Files.writeString(lockstep, "#!/bin/sh\necho \"$@\" > said\nexit " + ends + "\n");
        assertThat(lockstep.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("script"), script);
        var builder =
                new ProcessBuilder("bash", "script").directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " "
                + Files.readString(folder.resolve("said")).strip();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,1", "3,1"})
    void slurm(int ends, int expected) throws Exception {
        assertThat(run(ends, block("bash"), Map.of("SLURM_ARRAY_TASK_ID", "3", "SLURM_ARRAY_TASK_COUNT", "4")))
                .isEqualTo(expected + " check --deep --shard 3/4 --out results/shard-3");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,1", "3,1"})
    void kubernetes(int ends, int expected) throws Exception {
        JsonNode job = manifest().get(1).path("spec");
        JsonNode container = job.at("/template/spec/containers/0");
        String shards = container.at("/env/0/value").asText();

        assertThat(job.path("completionMode").asText()).isEqualTo("Indexed");
        assertThat(job.path("completions").asText()).isEqualTo(shards);
        assertThat(run(
                        ends,
                        container.at("/command/2").asText(),
                        Map.of("JOB_COMPLETION_INDEX", "0", "SHARDS", shards)))
                .isEqualTo(expected + " check --deep --shard 1/4 --out /data/results/shard-1");
    }

    @Test
    void theVolumesAreThere() throws IOException {
        List<JsonNode> manifest = manifest();
        assertThat(manifest).hasSize(3);
        assertThat(manifest.subList(1, 3))
                .allSatisfy(job -> assertThat(job.at("/spec/template/spec/volumes/0/persistentVolumeClaim/claimName")
                                .asText())
                        .isEqualTo(manifest.getFirst().at("/metadata/name").asText()));
    }
}
