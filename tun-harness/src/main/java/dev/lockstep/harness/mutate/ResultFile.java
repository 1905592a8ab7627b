package dev.lockstep.harness.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Results on disk, a line each, behind a line that says what they are results of. Whatever ends a run, the lines that are whole stay,
 * and the next run goes on behind them.
 */
final class ResultFile implements AutoCloseable {

    static final String NAME = "mutants.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a file holds. */
    record Content(Header header, List<Result> results) {
        Content {
            results = List.copyOf(results);
        }
    }

    private final FileChannel channel;
    private final List<Result> former;

    private ResultFile(FileChannel channel, List<Result> former) {
        this.channel = channel;
        this.former = List.copyOf(former);
    }

    /**
     * Makes the file, or goes on with one that has the same header.
     *
     * @throws InputException if there are results of something else, or another run is at work there
     */
    static ResultFile open(Path folder, Header header) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            String whole = wholeLines(file);
            List<Result> former = whole.isEmpty() ? List.of() : former(file, whole, header);
            int end = whole.getBytes(StandardCharsets.UTF_8).length;
            channel.truncate(end).position(end);
            var opened = new ResultFile(channel, former);
            if (whole.isEmpty()) {
                opened.write(header.line());
            }
            return opened;
        } catch (IOException | RuntimeException fault) {
            channel.close();
            throw fault;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            lock = null;
        }
        if (lock == null) {
            throw new InputException(file.toString(), "another run is writing there", "name another folder: --out DIR");
        }
    }

    private static List<Result> former(Path file, String text, Header header) {
        Content content = parse(file, text);
        if (!content.header().fits(header) || !content.header().shard().equals(header.shard())) {
            throw new InputException(
                    file.toString(),
                    "these are results of other tables, models or options: "
                            + content.header().selection() + ", shard "
                            + content.header().shard(),
                    "name another folder, --out DIR, or remove this one");
        }
        return content.results();
    }

    /** @throws InputException if there is no such file, or another one of that name */
    static Content read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    folder.toString(), "there is no " + NAME, "name folders that ./lockstep mutate --out has filled");
        }
        return parse(file, wholeLines(file));
    }

    /** All but a last line that was torn. */
    private static String wholeLines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static Content parse(Path file, String text) {
        var results = new ArrayList<Result>();
        int number = 0;
        try {
            Header header = null;
            for (String line : text.lines().toList()) {
                number++;
                JsonNode node = JSON.readTree(line);
                if (header == null) {
                    header = Header.read(node);
                } else {
                    results.add(Result.read(node));
                }
            }
            if (header == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return new Content(header, results);
        } catch (IOException | IllegalArgumentException fault) {
            throw new InputException(
                    file + ":" + Math.max(1, number),
                    "this is no file of results: "
                            + String.valueOf(fault.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "name a folder that ./lockstep mutate --out has filled");
        }
    }

    /** What an earlier run has found out. */
    List<Result> former() {
        return former;
    }

    void add(Result result) throws IOException {
        write(result.line());
    }

    /** By one write, so that a reader sees whole lines. */
    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
