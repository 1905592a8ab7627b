package dev.lockstep.generators.compile;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;

/**
 * Puts classes made from edited tables in place of those that came with the build. Whatever stands on them (the
 * mechanism, the simulator, the command line) is loaded once more from the same jars, so that it meets the new ones;
 * everything else comes from the parent.
 */
public final class EditedClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** Packages of classes that may stand on generated ones. */
    static final List<String> LOADED_ANEW =
            List.of("dev.lockstep.stack.", "dev.lockstep.properties.", "dev.lockstep.harness.");

    private final Map<String, byte[]> edited;

    public EditedClassLoader(CompiledClasses edited, ClassLoader parent) {
        super("edited-tables", parent);
        this.edited = edited.bytes();
    }

    /** Whether a class of this name is loaded anew, rather than by the parent. */
    static boolean isLoadedAnew(String name) {
        return LOADED_ANEW.stream().anyMatch(name::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isLoadedAnew(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = edited.get(name);
        if (bytes == null && isGenerated(name)) {
            // One of the build's, which these tables do not give: to mix the two would be worse than none.
            throw new ClassNotFoundException(name + " is not made from these tables");
        }
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        bytes = read(name);
        return defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(source(name), null));
    }

    /** Where a class was read from: some look for the jar they are in. */
    private CodeSource source(String name) {
        String path = file(name);
        String found = String.valueOf(getParent().getResource(path));
        String root = found.substring(0, found.length() - path.length());
        try {
            String location = root.startsWith("jar:") ? root.substring("jar:".length(), root.length() - 2) : root;
            return new CodeSource(URI.create(location).toURL(), (Certificate[]) null);
        } catch (MalformedURLException | IllegalArgumentException elsewhere) {
            return null; // not from a file
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** Whether a class is made from tables. */
    static boolean isGenerated(String name) {
        return name.matches("dev\\.lockstep\\.stack\\.[a-z0-9_]+\\.table\\..*");
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(file(name))) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException fault) {
            throw new ClassNotFoundException(name, fault);
        }
    }
}
