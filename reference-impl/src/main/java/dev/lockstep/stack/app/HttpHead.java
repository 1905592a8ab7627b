package dev.lockstep.stack.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Collects the head of an HTTP message, from its first line to the empty line, out of the pieces in which it arrives
 * (RFC 9112 §2). Its size is bounded; what follows the head stays in the buffer.
 */
final class HttpHead {

    /** Bytes of the longest head that is read. */
    static final int LONGEST = 8_192;

    private final byte[] buffer = new byte[LONGEST];
    private int size;
    private int end;

    /** Where bytes that arrive are to be put. */
    byte[] buffer() {
        return buffer;
    }

    int size() {
        return size;
    }

    /** Room behind {@link #size}. */
    int room() {
        return LONGEST - size;
    }

    /** Tells that so many bytes were put behind {@link #size}. */
    void added(int bytes) {
        size += bytes;
    }

    /** Whether the head is whole: an empty line has come. A line may end without CR (RFC 9112 §2.2). */
    boolean whole() {
        for (int i = 1; end == 0 && i < size; i++) {
            boolean emptyLine = buffer[i] == '\n'
                    && (buffer[i - 1] == '\n' || (i > 1 && buffer[i - 1] == '\r' && buffer[i - 2] == '\n'));
            end = emptyLine ? i + 1 : 0;
        }
        return end != 0;
    }

    /** Bytes of the head, if it is whole. */
    int end() {
        return end;
    }

    /** The first line of a whole head. */
    String firstLine() {
        return text().lines().findFirst().orElse("");
    }

    /** The value of a field of a whole head, stripped; empty if it is not there. */
    String field(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return text().lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElse("");
    }

    private String text() {
        return new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Forgets the head; what followed it is the beginning of the next. */
    void next() {
        System.arraycopy(buffer, end, buffer, 0, size - end);
        size -= end;
        end = 0;
    }
}
