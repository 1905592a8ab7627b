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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final String PROVED = "proved";

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

    /** What came of this obligation, if it was looked at before. */
    Optional<Verdict> find(String fingerprint) {
        String line = known.get(fingerprint);
        if (line == null) {
            return Optional.empty();
        }
        Optional<Verdict> verdict = parse(line);
        if (verdict.isPresent()) {
            used.put(fingerprint, line);
        }
        return verdict;
    }

    void put(String fingerprint, Verdict verdict) {
        String line = write(verdict);
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

    // ------------------------------------------------------------------------------------------ a verdict as one word

    /** {@code proved:inv-flight,inv-syn}, or the findings in place of {@code proved}. */
    private static String write(Verdict verdict) {
        var words = new ArrayList<String>();
        for (Finding finding : verdict.findings()) {
            words.add(String.join(
                    ",",
                    finding.kind().name(),
                    Integer.toString(finding.row()),
                    Integer.toString(finding.other()),
                    encode(finding.witness()),
                    encode(finding.detail()),
                    encode(finding.fix())));
        }
        String findings = words.isEmpty() ? PROVED : String.join(";", words);
        return findings + ":" + String.join(",", verdict.needs());
    }

    private static Optional<Verdict> parse(String line) {
        try {
            int colon = line.indexOf(':');
            String words = line.substring(0, colon);
            var findings = new ArrayList<Finding>();
            for (String word : words.equals(PROVED) ? new String[0] : words.split(";")) {
                String[] fields = word.split(",", -1);
                findings.add(new Finding(
                        Finding.Kind.valueOf(fields[0]),
                        Integer.parseInt(fields[1]),
                        Integer.parseInt(fields[2]),
                        decode(fields[3]),
                        decode(fields[4]),
                        decode(fields[5])));
            }
            String needs = line.substring(colon + 1);
            return Optional.of(new Verdict(findings, needs.isEmpty() ? Set.of() : Set.of(needs.split(","))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException otherFormat) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
