package dev.lockstep.generators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of generated files. A list in it says which files are ours, so that those which are no longer generated go, and
 * nobody else's file ever does.
 */
public final class GeneratedFolder {

    /** The list, one path to a line. */
    private static final String LIST = ".lockstep-generated";

    private final Path folder;

    public GeneratedFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether there are files in it and none of ours was ever written there. */
    public boolean isForeign() throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(LIST))) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    /** Afterwards the folder holds these files. One that has not changed is not touched, so that nothing is built anew. */
    public void write(List<GeneratedFile> files) throws IOException {
        Files.createDirectories(folder);
        List<String> paths = files.stream().map(GeneratedFile::path).sorted().toList();
        for (String old : list()) {
            if (!paths.contains(old)) {
                Files.deleteIfExists(folder.resolve(old));
            }
        }
        // The list comes first: should we be stopped in between, the next run knows what to remove.
        writeIfChanged(LIST, String.join("\n", paths) + "\n");
        for (GeneratedFile file : files) {
            writeIfChanged(file.path(), file.text());
        }
    }

    private List<String> list() throws IOException {
        Path list = folder.resolve(LIST);
        return Files.exists(list)
                ? Files.readAllLines(list).stream().filter(this::isInside).toList()
                : List.of();
    }

    /** A list that was tampered with must not remove files elsewhere. */
    private boolean isInside(String path) {
        Path base = folder.toAbsolutePath().normalize();
        return !path.isBlank() && base.resolve(path).normalize().startsWith(base);
    }

    private void writeIfChanged(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
