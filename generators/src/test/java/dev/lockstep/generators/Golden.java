package dev.lockstep.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares what is generated with what a reviewer has seen; {@code -Dgolden.update=true} writes it anew. */
public final class Golden {

    private Golden() {}

    /** @param generated texts by the names of their files below the folder, divided by {@code /} */
    public static void compare(Map<String, String> generated, Path golden) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            write(generated, golden);
        }
        Map<String, String> expected = read(golden);
        assertThat(generated.keySet())
                .as("files in %s; after a change of the tables: -Dgolden.update=true", golden)
                .isEqualTo(expected.keySet());
        generated.forEach((name, text) -> assertThat(text)
                .as("%s; after a change of the tables: -Dgolden.update=true", golden.resolve(name))
                .isEqualTo(expected.get(name)));
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return texts;
    }

    private static void write(Map<String, String> texts, Path folder) throws IOException {
        for (Path old : files(folder)) {
            Files.delete(old);
        }
        for (var text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, text.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
