package dev.lockstep.generators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether two folders hold the same tables, without reading them as tables. */
public final class TablesDigest {

    private TablesDigest() {}

    /** A number over the names and contents of all tables below a folder. */
    public static String of(Path tables) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(tables)) {
            byte[] content = Files.readAllBytes(file);
            String name = tables.relativize(file).toString().replace('\\', '/');
            digest.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path tables) throws IOException {
        try (Stream<Path> all = Files.walk(tables)) {
            return all.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }
}
