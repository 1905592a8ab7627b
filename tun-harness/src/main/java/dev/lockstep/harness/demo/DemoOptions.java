package dev.lockstep.harness.demo;

import dev.lockstep.harness.InputException;
import dev.lockstep.harness.OutFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code demo} was asked to do.
 *
 * @param folders of the checkout
 * @param out where artefacts go
 * @param size bytes of the file that is exchanged
 * @param seed of the file and of what the link does
 * @param record whether to record the events of the stack too
 * @param inMemory why the stack is to run in memory and not on TUN; empty if it is not
 */
public record DemoOptions(Folders folders, Path out, long size, long seed, boolean record, Optional<String> inMemory) {

    /**
     * What the demo reads.
     *
     * @param tables to be linted and run
     * @param models for TLC
     * @param runtime the TLA+ modules written by hand
     * @param proofs what was proved before
     */
    public record Folders(Path tables, Path models, Path runtime, Path proofs) {}

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)?");
    private static final long LARGEST = 1_000_000_000;

    public DemoOptions {
        OutFolder.refuseUnusable(out);
    }

    /** Reads {@code 10MB}: a number with B, KB, MB or GB, in thousands. */
    public static long size(String text) {
        Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new InputException("--size " + text, "not a size", "write e.g. --size 10MB");
        }
        long unit = switch (matcher.group(2)) {
            case "KB" -> 1_000;
            case "MB" -> 1_000_000;
            case "GB" -> 1_000_000_000;
            case null, default -> 1;
        };
        long bytes = Long.parseLong(matcher.group(1)) * unit;
        if (bytes < 1 || bytes > LARGEST) {
            throw new InputException("--size " + text, "not between 1 byte and 1 GB", "write e.g. --size 10MB");
        }
        return bytes;
    }
}
