package dev.lockstep.generators.compile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The classes of the build that stand on generated ones, and those generated ones themselves. */
final class BuiltClasses {

    private static final String ENDING = ".class";

    private BuiltClasses() {}

    /**
     * Class files by binary name.
     *
     * @param classPath in the form of {@code java.class.path}
     */
    static Map<String, byte[]> read(String classPath) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                readFolder(path, classes);
            } else if (entry.endsWith(".jar") && Files.isRegularFile(path)) {
                readJar(path, classes);
            }
        }
        return classes;
    }

    private static void readFolder(Path folder, Map<String, byte[]> classes) throws IOException {
        Path root = folder.resolve("dev/lockstep");
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = name(folder.relativize(file).toString());
                if (EditedClassLoader.isLoadedAnew(name)) {
                    classes.putIfAbsent(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void readJar(Path path, Map<String, byte[]> classes) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            for (var entry :
                    jar.stream().filter(one -> one.getName().endsWith(ENDING)).toList()) {
                String name = name(entry.getName());
                if (EditedClassLoader.isLoadedAnew(name)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        classes.putIfAbsent(name, in.readAllBytes());
                    }
                }
            }
        }
    }

    /** The binary name of a class file; of anything else a name that no class has. */
    private static String name(String path) {
        return path.endsWith(ENDING)
                ? path.substring(0, path.length() - ENDING.length())
                        .replace('/', '.')
                        .replace('\\', '.')
                : "";
    }
}
