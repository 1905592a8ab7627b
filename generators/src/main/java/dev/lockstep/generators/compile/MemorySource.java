package dev.lockstep.generators.compile;

import dev.lockstep.generators.GeneratedFile;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A generated file as the compiler reads it. */
final class MemorySource extends SimpleJavaFileObject {

    private final GeneratedFile file;

    MemorySource(GeneratedFile file) {
        super(URI.create("memory:///" + file.path()), Kind.SOURCE);
        this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
    }

    @Override
    public String getName() {
        return file.path();
    }
}
