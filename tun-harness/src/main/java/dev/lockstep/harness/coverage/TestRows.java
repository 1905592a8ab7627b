package dev.lockstep.harness.coverage;

import dev.lockstep.spec.requirements.SourceTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rows the tests fired, as they noted it themselves: {@code target/rows/CLASS.txt} of each module, with the tables' digest
 * in the first line and {@code TEST ROW} in the others.
 *
 * @param byRow the tests, by row
 * @param classes how many test classes noted something of these tables
 * @param outdated how many noted something of other tables, which does not count
 */
public record TestRows(Map<String, SortedSet<String>> byRow, int classes, int outdated) {

    /**
     * Reads what there is; nothing where no test has run.
     *
     * @param home the folder of the modules
     * @param digest of the tables in question
     */
    public static TestRows read(Path home, String digest) throws IOException {
        SourceTree sources = SourceTree.of(home);
        var byRow = new TreeMap<String, SortedSet<String>>();
        int classes = 0;
        int outdated = 0;
        for (Path file : files(home)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals("tables " + digest)) {
                outdated++;
                continue;
            }
            classes++;
            for (String line : lines.subList(1, lines.size())) {
                String[] words = line.split(" ");
                if (words.length == 2 && exists(words[0], sources)) {
                    byRow.computeIfAbsent(words[1], row -> new TreeSet<>()).add(words[0]);
                }
            }
        }
        return new TestRows(byRow, classes, outdated);
    }

    public SortedSet<String> of(String row) {
        return byRow.getOrDefault(row, new TreeSet<>());
    }

    /** A test that was renamed or taken away since fires nothing any more. */
    private static boolean exists(String test, SourceTree sources) {
        String[] parts = test.split("\\.", 2);
        return parts.length == 1
                ? sources.testClasses().contains(parts[0])
                : sources.tests(parts[0]).contains(parts[1]);
    }

    private static List<Path> files(Path home) throws IOException {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(home, Files::isDirectory)) {
            for (Path module : modules) {
                Path rows = module.resolve("target/rows");
                if (Files.isDirectory(rows)) {
                    try (DirectoryStream<Path> ofModule = Files.newDirectoryStream(rows, "*.txt")) {
                        ofModule.forEach(files::add);
                    }
                }
            }
        }
        return files;
    }
}
