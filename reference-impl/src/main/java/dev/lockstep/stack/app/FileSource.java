package dev.lockstep.stack.app;

import java.io.Closeable;
import java.io.IOException;

/** Where {@link HttpFileServer} finds files. */
@FunctionalInterface
public interface FileSource {

    /**
     * Opens a file.
     *
     * @param path names divided by {@code /}, beginning with one; no name is empty, {@code .} or {@code ..} or holds a
     *     backslash or a NUL, but the last may be empty, which asks for a folder
     * @return the file, or null if there is none
     * @throws IOException if there is one and it cannot be opened
     */
    Content open(String path) throws IOException;

    /** An open file. */
    interface Content extends Closeable {

        /** Bytes of the file. */
        long length();

        /** Its media type. */
        String type();

        /**
         * Reads from a position.
         *
         * @return bytes read, at least 1
         * @throws IOException if there are none, or the file cannot be read
         */
        int read(long position, byte[] into, int offset, int length) throws IOException;
    }
}
