package dev.lockstep.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run took place: figures mean nothing without it.
 *
 * @param system name and version of the operating system's kernel
 * @param processor its model, or the architecture where the system does not say
 * @param cores that this process may use
 * @param java version of the JVM
 */
public record Machine(String system, String processor, int cores, String java) {

    public static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + release(System.getProperty("os.version")),
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString());
    }

    /** Only the version: what a distributor or hoster appends says more about them than about the kernel. */
    private static String release(String version) {
        return version.replaceFirst("^(\\d+(\\.\\d+)*).*", "$1");
    }

    private static String processorModel() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException noProc) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return "%s, %s, %d core%s, Java %s".formatted(system, processor, cores, cores == 1 ? "" : "s", java);
    }
}
