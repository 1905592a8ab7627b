package dev.lockstep.spec.proof;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Remembers what was found out about obligations, by fingerprint, in one text file: a line each, {@code fingerprint checksum
 * findings}. It is only ever appended to, by one write for each run, or replaced as a whole; a line that is torn, damaged or of
 * another format is passed over. So several runs may share it, and nothing breaks if it cannot be read or written: then all is
 * proved each time.
 */
final class ProofCache {

    private static final String FILE = "proofs.txt";

    /** When it grows beyond this, what the current tables do not need is dropped: lines of a hundred edits. */
    private static final int LARGE = 1 << 20;

    private static final String NOTHING_FOUND = "proved";

    private final Path file;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final Map<String, String> used = new LinkedHashMap<>();
    private long size;

    private ProofCache(Path file) {
        this.file = file;
    }

    /** @param folder need not exist */
    static ProofCache open(Path folder) {
        var cache = new ProofCache(folder.resolve(FILE));
        cache.read();
        return cache;
    }

    /** What was found, if this obligation was looked at before: an empty list if it was proved. */
    Optional<List<Finding>> find(String fingerprint) {
        String line = known.get(fingerprint);
        if (line == null) {
            return Optional.empty();
        }
        Optional<List<Finding>> findings = parse(line);
        if (findings.isPresent()) {
            used.put(fingerprint, line);
        }
        return findings;
    }

    void put(String fingerprint, List<Finding> findings) {
        String line = write(findings);
        fresh.put(fingerprint, line);
        used.put(fingerprint, line);
    }

    /** Writes what is new. If that is not possible, the next run proves it again. */
    void save() {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            if (size > LARGE) {
                replace();
            } else {
                append();
            }
        } catch (IOException unwritable) {
            // a checkout that may not be written to, or a full disk: not a reason to fail a proof
        }
    }

    private void read() {
        try {
            if (!Files.isRegularFile(file)) {
                return;
            }
            size = Files.size(file);
            // Latin-1 takes any bytes there are; a damaged line then fails by its checksum.
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                String[] fields = line.split(" ");
                if (fields.length == 3 && fields[1].equals(checksum(fields[0], fields[2]))) {
                    known.put(fields[0], fields[2]);
                }
            }
        } catch (IOException unreadable) {
            known.clear();
        }
    }

    private void append() throws IOException {
        // The line end at the beginning ends a line that another run did not finish.
        ByteBuffer lines = ByteBuffer.wrap(("\n" + lines(fresh)).getBytes(StandardCharsets.ISO_8859_1));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
        }
    }

    private void replace() throws IOException {
        Path next = Files.createTempFile(file.getParent(), FILE, ".new");
        Files.writeString(next, lines(used), StandardCharsets.ISO_8859_1);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String lines(Map<String, String> entries) {
        var lines = new StringBuilder();
        entries.forEach((fingerprint, findings) -> lines.append(fingerprint)
                .append(' ')
                .append(checksum(fingerprint, findings))
                .append(' ')
                .append(findings)
                .append('\n'));
        return lines.toString();
    }

    private static String checksum(String fingerprint, String findings) {
        var crc = new CRC32();
        crc.update((fingerprint + " " + findings).getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(crc.getValue());
    }

    // ------------------------------------------------------------------------------------------ findings as one word

    private static String write(List<Finding> findings) {
        if (findings.isEmpty()) {
            return NOTHING_FOUND;
        }
        var words = new ArrayList<String>();
        for (Finding finding : findings) {
            words.add(String.join(
                    ",",
                    finding.kind().name(),
                    Integer.toString(finding.row()),
                    Integer.toString(finding.other()),
                    URLEncoder.encode(finding.witness(), StandardCharsets.UTF_8),
                    URLEncoder.encode(finding.detail(), StandardCharsets.UTF_8),
                    URLEncoder.encode(finding.fix(), StandardCharsets.UTF_8)));
        }
        return String.join(";", words);
    }

    private static Optional<List<Finding>> parse(String line) {
        if (line.equals(NOTHING_FOUND)) {
            return Optional.of(List.of());
        }
        try {
            var findings = new ArrayList<Finding>();
            for (String word : line.split(";")) {
                String[] fields = word.split(",", -1);
                findings.add(new Finding(
                        Finding.Kind.valueOf(fields[0]),
                        Integer.parseInt(fields[1]),
                        Integer.parseInt(fields[2]),
                        URLDecoder.decode(fields[3], StandardCharsets.UTF_8),
                        URLDecoder.decode(fields[4], StandardCharsets.UTF_8),
                        URLDecoder.decode(fields[5], StandardCharsets.UTF_8)));
            }
            return Optional.of(findings);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException otherFormat) {
            return Optional.empty();
        }
    }
}
