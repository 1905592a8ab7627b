package dev.lockstep.harness.mutate;

import dev.lockstep.harness.check.CheckTask;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Tells whether two runs are about the same. */
final class Digests {

    private Digests() {}

    /** Of texts, in their order. */
    static String of(Iterable<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of all that TLC would read: what comes of tables, models, generator and the modules written by hand. */
    static String of(String tables, List<CheckTask> tasks) {
        var texts = new ArrayList<String>();
        texts.add(tables);
        for (CheckTask task : tasks) {
            new TreeMap<>(task.files()).forEach((name, text) -> {
                texts.add(name);
                texts.add(text);
            });
        }
        return of(texts);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }
}
