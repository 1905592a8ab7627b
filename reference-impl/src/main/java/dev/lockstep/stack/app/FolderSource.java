package dev.lockstep.stack.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The files below a folder; nothing outside, whatever a path or a symbolic link says. */
public final class FolderSource implements FileSource {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8",
            "md", "text/plain; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final Path root;

    /** @throws IOException if there is no such folder */
    public FolderSource(Path folder) throws IOException {
        this.root = folder.toRealPath();
    }

    @Override
    public Content open(String path) throws IOException {
        Path file = file(path.endsWith("/") ? path + "index.html" : path);
        if (file == null || !Files.isRegularFile(file) || !file.toRealPath().startsWith(root)) {
            return null;
        }
        return new OpenFile(FileChannel.open(file), type(file));
    }

    /** The file of that path, there or not; null if the system's files cannot have such a name. */
    private Path file(String path) {
        Path file = root;
        try {
            for (String name : path.substring(1).split("/")) {
                file = file.resolve(name);
            }
        } catch (InvalidPathException noFileName) {
            return null;
        }
        return file;
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static final class OpenFile implements Content {

        private final FileChannel channel;
        private final long length;
        private final String type;

        OpenFile(FileChannel channel, String type) throws IOException {
            this.channel = channel;
            this.length = channel.size();
            this.type = type;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public int read(long position, byte[] into, int offset, int size) throws IOException {
            int read = channel.read(ByteBuffer.wrap(into, offset, size), position);
            if (read <= 0) {
                throw new IOException("the file has become shorter");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
