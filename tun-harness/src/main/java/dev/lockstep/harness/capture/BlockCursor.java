package dev.lockstep.harness.capture;

import dev.lockstep.harness.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads fields of one block in order; a field that reaches beyond the block is an error with its place. */
final class BlockCursor {

    private final String file;
    private final long blockOffset;
    private final ByteBuffer bytes;

    /**
     * @param file for messages
     * @param blockOffset where in the file {@code bytes} begin
     * @param bytes the block's body, in the section's byte order
     */
    BlockCursor(String file, long blockOffset, ByteBuffer bytes) {
        this.file = file;
        this.blockOffset = blockOffset;
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.remaining();
    }

    int uint16(String field) {
        require(Short.BYTES, field);
        return bytes.getShort() & 0xffff;
    }

    long uint32(String field) {
        require(Integer.BYTES, field);
        return bytes.getInt() & 0xffffffffL;
    }

    /** That many bytes and what fills them up to a multiple of four; filling may be missing at the block's end. */
    byte[] padded(int length, String field) {
        require(length, field);
        byte[] copy = new byte[length];
        bytes.get(copy);
        int fill = Math.min(-length & 3, bytes.remaining());
        bytes.position(bytes.position() + fill);
        return copy;
    }

    void skip(int length, String field) {
        require(length, field);
        bytes.position(bytes.position() + length);
    }

    /** A value of an option, read with the block's byte order. */
    ByteBuffer ordered(byte[] value) {
        return ByteBuffer.wrap(value).order(bytes.order());
    }

    static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private void require(int length, String field) {
        if (length > bytes.remaining()) {
            throw broken(
                    field + " needs " + length + " bytes, but only " + bytes.remaining() + " are left in the block");
        }
    }

    InputException broken(String what) {
        return broken(file, blockOffset + bytes.position(), what);
    }

    static InputException broken(String file, long offset, String what) {
        return new InputException(
                file + ":0x" + Long.toHexString(offset),
                what,
                "the file is damaged or no capture; packets before this place can be saved with `editcap`");
    }
}
