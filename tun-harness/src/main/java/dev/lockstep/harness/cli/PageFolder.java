package dev.lockstep.harness.cli;

import dev.lockstep.generators.GeneratedFolder;
import dev.lockstep.harness.OutFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where pages go: options of the verbs that write some. */
final class PageFolder {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write; a folder in .lockstep of this checkout if left out.")
    private Path folder;

    @Option(names = "--force", description = "Write into a folder that holds other files, too.")
    private boolean force;

    /** The folder that was named, or that one in {@code .lockstep}. */
    Path path(Checkout checkout, String usual) {
        return folder != null
                ? folder
                : Shown.from(checkout.home().resolve(".lockstep").resolve(usual));
    }

    /**
     * The folder, ready to be written.
     *
     * @throws Fault if it holds other files and nobody said {@code --force}
     */
    GeneratedFolder open(Path path) throws IOException {
        OutFolder.refuseUnusable(path);
        var out = new GeneratedFolder(path);
        if (out.isForeign() && !force) {
            throw Fault.badInput(
                    "the folder holds files that are not ours: " + path,
                    "name another one, or write into it by --force");
        }
        return out;
    }
}
