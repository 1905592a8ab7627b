package dev.lockstep.spec.yaml;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file as UTF-8 text, or says why it is none. */
final class TextFile {

    /** Bytes; the largest of the present tables has 15,000. */
    static final int MOST_BYTES = 1 << 20;

    private TextFile() {}

    /** @param shown the file as diagnostics shall name it */
    static Optional<SourceText> read(Path file, String shown, Diagnostics diagnostics) {
        var place = new Place(shown, 0, 0);
        byte[] bytes;
        if (!Files.isRegularFile(file)) {
            // A pipe or a device might never end.
            String what = Files.exists(file) ? "this is not a file" : "there is no such file";
            diagnostics.add(place, Code.FILE_UNREADABLE, what, "put a YAML file here, or take the name away");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException fault) {
            diagnostics.add(
                    place, Code.FILE_UNREADABLE, "this file cannot be read: " + reason(fault), "check its permissions");
            return Optional.empty();
        }
        if (bytes.length > MOST_BYTES) {
            diagnostics.add(
                    place,
                    Code.FILE_TOO_LARGE,
                    "this file has more than %,d bytes".formatted(MOST_BYTES),
                    "divide it: every procedure may have a file of its own");
            return Optional.empty();
        }
        return decode(bytes, shown, diagnostics);
    }

    private static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof NoSuchFileException) {
            return "it is gone";
        }
        if (fault instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private static Optional<SourceText> decode(byte[] bytes, String shown, Diagnostics diagnostics) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        String text;
        try {
            text = decoder.decode(in).toString();
        } catch (CharacterCodingException fault) {
            var before = new SourceText(shown, new String(bytes, 0, in.position(), StandardCharsets.UTF_8));
            diagnostics.add(
                    before.place(before.text().length()),
                    Code.NOT_TEXT,
                    "this byte is not UTF-8: 0x%02X".formatted(bytes[in.position()]),
                    "save the file as UTF-8");
            return Optional.empty();
        }
        // Some editors put a byte order mark in front.
        var source = new SourceText(shown, text.startsWith("\uFEFF") ? text.substring(1) : text);
        int control = findControl(source.text());
        if (control >= 0) {
            diagnostics.add(
                    source.place(control),
                    Code.NOT_TEXT,
                    "the character U+%04X has no place in a table"
                            .formatted((int) source.text().charAt(control)),
                    "remove it");
            return Optional.empty();
        }
        return Optional.of(source);
    }

    /**
     * The first character that YAML forbids, or that SnakeYAML counts as a line's end and editors do not; -1 if none.
     * A byte order mark in the middle is left by joining files.
     */
    private static int findControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isControl = (c < ' ' && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F);
            if (isControl || c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c >= '\uFFFE') {
                return i;
            }
        }
        return -1;
    }
}
