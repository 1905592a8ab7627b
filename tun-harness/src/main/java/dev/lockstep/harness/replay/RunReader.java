package dev.lockstep.harness.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a recorded run, line by line. Nothing in it is trusted: a line is bounded, every name is looked up, every number has its
 * range. A last line without its line feed is what a writer leaves that was killed: it is not read, but told.
 */
final class RunReader implements AutoCloseable {

    /** Of a line, in bytes: the longest that a stack writes names 4,096 rows. */
    static final int LONGEST = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final InputStream in;
    private RunHeader header;
    private RunLine lines;
    private int number;
    private boolean torn;

    private RunReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** @throws dev.lockstep.harness.InputException if its first line says that it is no run, or one of another version */
    static RunReader open(Path file) throws IOException {
        var reader = new RunReader(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        try {
            reader.header = RunHeaders.read(
                    reader.object()
                            .orElseThrow(() -> reader.fault(
                                    RunFault.NO_HEADER, reader.torn ? "its only line has no end" : "it is empty")),
                    reader::fault);
            return reader;
        } catch (IOException | RuntimeException refused) {
            reader.close();
            throw refused;
        }
    }

    RunHeader header() {
        return header;
    }

    /** The next event; none at the end of the file. @param names those of the tables it was recorded with */
    Optional<RunEvent> next(Names names) throws IOException {
        if (lines == null) {
            lines = new RunLine(names, header, this::fault);
        }
        return object().map(node -> lines.read(node, number));
    }

    /** Whether the last line was cut off. At the end of the file. */
    boolean torn() {
        return torn;
    }

    /** Of the line that was read last. */
    int number() {
        return number;
    }

    private RuntimeException fault(RunFault kind, String what) {
        return kind.at(file + ":" + Math.max(1, number), what);
    }

    private Optional<ObjectNode> object() throws IOException {
        byte[] line = line();
        if (line == null) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text(line));
            if (node instanceof ObjectNode object) {
                return Optional.of(object);
            }
            throw fault(RunFault.NOT_JSON, "this is no JSON object");
        } catch (JsonProcessingException unreadable) {
            throw fault(RunFault.NOT_JSON, "this is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    private String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw fault(RunFault.NOT_TEXT, "this is no UTF-8");
        }
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                number++;
                return line.toByteArray();
            }
            if (line.size() == LONGEST) {
                number++;
                throw fault(RunFault.LINE_TOO_LONG, "a line of more than " + LONGEST + " bytes");
            }
            line.write(c);
        }
        torn = line.size() > 0;
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
