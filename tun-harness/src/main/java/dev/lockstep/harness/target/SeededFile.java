package dev.lockstep.harness.target;

import dev.lockstep.properties.link.SplitMix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file of random bytes that the same seed makes again.
 *
 * @param path where it is
 * @param content what is in it
 */
public record SeededFile(Path path, StreamDigest content) {

    private static final int CHUNK = 64 * 1024;

    /**
     * Writes the file, in place of one that may be there.
     *
     * @param bytes its length, 0 or more
     */
    public static SeededFile write(Path path, long bytes, long seed) throws IOException {
        SplitMix random = SplitMix.of(seed, "file");
        MessageDigest digest = StreamDigest.newDigest();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = bytes; left > 0; left -= CHUNK) {
                for (int i = 0; i < CHUNK; i += Long.BYTES) {
                    chunk.putLong(i, random.next());
                }
                int length = (int) Math.min(CHUNK, left);
                digest.update(chunk.array(), 0, length);
                out.write(chunk.array(), 0, length);
            }
        }
        return new SeededFile(path, StreamDigest.of(digest, bytes));
    }
}
