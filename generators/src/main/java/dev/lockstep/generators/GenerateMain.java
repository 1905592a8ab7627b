package dev.lockstep.generators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build of {@code reference-impl} runs: tables in, Java and TLA+ out.
 *
 * <p>Usage: {@code GenerateMain --tables DIR --java-out DIR --tla-out DIR}.
 */
public final class GenerateMain {

    private GenerateMain() {}

    public static void main(String[] args) throws IOException {
        Path tables = null;
        Path javaOut = null;
        Path tlaOut = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            Path value = Path.of(args[i + 1]);
            switch (args[i]) {
                case "--tables" -> tables = value;
                case "--java-out" -> javaOut = value;
                case "--tla-out" -> tlaOut = value;
                default -> usage("unknown option " + args[i]);
            }
        }
        if (tables == null || javaOut == null || tlaOut == null || args.length % 2 != 0) {
            usage("an option or its value is missing");
            return;
        }
        if (!Files.isDirectory(tables)) {
            usage("no such folder of tables: " + tables);
        }
        Files.createDirectories(javaOut);
        Files.createDirectories(tlaOut);
    }

    private static void usage(String fault) {
        System.err.println("GenerateMain: " + fault);
        System.err.println("usage: GenerateMain --tables DIR --java-out DIR --tla-out DIR");
        System.exit(2);
    }
}
