package dev.lockstep.stack.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes a {@link FileSource}'s path of a request's target. */
final class HttpPath {

    private HttpPath() {}

    /**
     * Decodes a target, without its query.
     *
     * @return the path; null if the target has no path, is badly encoded, or tries to leave the folder
     */
    static String of(String target) {
        int query = target.indexOf('?');
        String path = decoded(query < 0 ? target : target.substring(0, query));
        if (path == null || !path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
            return null;
        }
        String[] names = path.substring(1).split("/", -1);
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            if (names[i].equals(".") || names[i].equals("..") || (names[i].isEmpty() && !last)) {
                return null;
            }
        }
        return path;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                c = high << 4 | low;
                i += 2;
            }
            bytes.write(c);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
