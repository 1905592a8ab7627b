package dev.lockstep.harness.demo;

import dev.lockstep.properties.record.RunFile;
import dev.lockstep.properties.record.RunRecorder;
import dev.lockstep.stack.socket.StackConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The recorded run beside a capture, where one is asked for. */
record EventsFile(Optional<RunFile> file) implements AutoCloseable {

    /** {@code clean.ndjson} beside {@code clean.pcapng}. */
    static EventsFile beside(Path capture, boolean wanted, long seed) throws IOException {
        String name = capture.getFileName().toString().replace(".pcapng", ".ndjson");
        return new EventsFile(
                wanted ? Optional.of(RunFile.create(capture.resolveSibling(name), seed)) : Optional.empty());
    }

    /** Who records a stack, if anybody. */
    Optional<RunRecorder> of(String end, StackConfig config) {
        return file.map(one -> one.end(end, config.tcp().parameters()));
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
