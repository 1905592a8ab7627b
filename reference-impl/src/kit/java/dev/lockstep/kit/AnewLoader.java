package dev.lockstep.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** Lockstep's own classes from folders of its own, although the JVM's class path may have them too; libraries are shared. */
final class AnewLoader extends URLClassLoader {

    /** @param classPath in the form of {@code java.class.path}; the first that has a class gives it */
    AnewLoader(String classPath) {
        super(urls(classPath), AnewLoader.class.getClassLoader());
    }

    private static URL[] urls(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(AnewLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.lockstep.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : findOrInherit(name, resolve);
        }
    }

    private Class<?> findOrInherit(String name, boolean resolve) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException notHere) {
            return super.loadClass(name, resolve);
        }
    }
}
