package dev.lockstep.harness.target;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a stream held, short enough to compare and to print.
 *
 * @param bytes how many
 * @param sha256 of them, 64 hexadecimal digits
 */
public record StreamDigest(long bytes, String sha256) {

    private static final int CHUNK = 64 * 1024;

    /** Reads the stream to its end; does not close it. */
    public static StreamDigest of(InputStream in) throws IOException {
        MessageDigest digest = newDigest();
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        while (true) {
            int read = in.read(chunk);
            if (read < 0) {
                return of(digest, bytes);
            }
            digest.update(chunk, 0, read);
            bytes += read;
        }
    }

    /** What a digest has taken in: so many bytes. It begins anew. */
    public static StreamDigest of(MessageDigest digest, long bytes) {
        return new StreamDigest(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** For streams that come in pieces. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return bytes + " bytes, SHA-256 " + sha256.substring(0, 16) + "...";
    }
}
