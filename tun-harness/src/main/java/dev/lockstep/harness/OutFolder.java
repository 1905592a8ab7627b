package dev.lockstep.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that {@code --out} names, looked at before any work is done for it. */
public final class OutFolder {

    private OutFolder() {}

    /**
     * @param out exists or will be made, with the folders above it
     * @throws InputException where a file is in the way
     * @throws EnvironmentException where this user may not write
     */
    public static void refuseUnusable(Path out) {
        Path existing = out.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        String place = "--out " + out;
        if (!Files.isDirectory(existing)) {
            throw new InputException(place, existing + " is not a folder", "name a folder: --out DIR");
        }
        if (!Files.isWritable(existing)) {
            throw new EnvironmentException(place, "this user may not write there", "name another folder: --out DIR");
        }
    }
}
