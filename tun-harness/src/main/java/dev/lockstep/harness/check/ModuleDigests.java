package dev.lockstep.harness.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Numbers over the modules of a model, to tell whether something that was found is still about the same.
 *
 * @param tables over what is made of the tables, and what is written by hand: the same for models that leave out the same
 * @param modules over all that TLC reads, the model's own module and configuration among it
 */
public record ModuleDigests(String tables, String modules) {

    public static ModuleDigests of(CheckTask task) {
        return new ModuleDigests(
                digest(task, name -> !name.equals(task.module() + ".tla") && !name.equals(task.module() + ".cfg")),
                digest(task, name -> true));
    }

    private static String digest(CheckTask task, Predicate<String> wanted) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
        for (Map.Entry<String, String> file : new TreeMap<>(task.files()).entrySet()) {
            if (wanted.test(file.getKey())) {
                digest.update((file.getKey() + "\0" + file.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
