package dev.lockstep.properties.record;

import dev.lockstep.stack.table.Tables;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that a run is recorded in: a line that says what it is a run of, then a line for each event of all its ends, in the
 * order in which they happened. One thread at a time.
 *
 * <p>A stack must not break because a disk is full: what cannot be written ends the recording, and {@link #close} tells.
 */
public final class RunFile implements AutoCloseable {

    /** Of the format. A reader refuses others. */
    public static final int VERSION = 1;

    private final BufferedWriter out;
    private final List<String> ends = new ArrayList<>();
    private final String seed;
    private final JsonLine header = new JsonLine();
    private boolean begun;
    private long events;
    private IOException failure;

    private RunFile(BufferedWriter out, String seed) {
        this.out = out;
        this.seed = seed;
    }

    /**
     * Makes the file, in place of one of that name.
     *
     * @param seed of what is left to chance in the run, for the header
     */
    public static RunFile create(Path file, long seed) throws IOException {
        return new RunFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8), Long.toString(seed));
    }

    /**
     * An observer that records a stack. Before the first event.
     *
     * @param end what the stack is called in the file
     * @param parameters that the stack is built with, as {@code Parameters} show themselves
     */
    public RunRecorder end(String end, Object parameters) {
        if (begun) {
            throw new IllegalStateException("the run has begun");
        }
        var line = new JsonLine().begin().field("end", end).object("parameters");
        parameters
                .toString()
                .lines()
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> line.field(setting[0], setting[1]));
        ends.add(line.end().end().toString());
        return new RunRecorder(this, end);
    }

    /** Writes one event. */
    void write(String line) {
        if (!begun) {
            begun = true;
            put(header.begin()
                    .field("lockstep-run", VERSION)
                    .field("protocol", "tcp")
                    .field("tables", Tables.digest())
                    .raw("seed", seed)
                    .raw("ends", "[" + String.join(",", ends) + "]")
                    .end()
                    .toString());
        }
        put(line);
        events++;
    }

    private void put(String line) {
        if (failure != null) {
            return;
        }
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException full) {
            failure = full;
        }
    }

    /** Events so far. */
    public long events() {
        return events;
    }

    /** @throws IOException if some of it could not be written */
    @Override
    public void close() throws IOException {
        out.close();
        if (failure != null) {
            throw failure;
        }
    }
}
