package dev.lockstep.harness.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output, which remembers why it could not be written: a {@code PrintStream} knows only that it could not. */
final class Output extends FilterOutputStream {

    private IOException refusal;

    Output(OutputStream out) {
        super(out);
    }

    static Output standard() {
        return new Output(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException refused) {
            refusal = refused;
            throw refused;
        }
    }

    /**
     * Why something that was printed is lost. Not where a pipe's reader has gone, as {@code | head -1} does: that one has
     * read what it wanted.
     */
    Optional<Fault> loss() {
        return Optional.ofNullable(refusal)
                .map(IOException::getMessage)
                .filter(why -> !"Broken pipe".equals(why))
                .map(why -> Fault.environment(
                        "standard output cannot be written: " + why, "make room for it, or send it elsewhere"));
    }
}
