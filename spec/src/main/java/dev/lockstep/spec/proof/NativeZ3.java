package dev.lockstep.spec.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Z3's native library: unpacked from its jar once, into a folder that later runs find it in.
 *
 * <p>The folder is filled under another name and then renamed, so that no run ever sees half a library; it is for its owner
 * alone; and the size and CRC-32 of each file are checked before it is loaded. A folder that fails any of this is replaced.
 * If there is nowhere to keep it, it is unpacked into a temporary folder, for this run.
 */
public final class NativeZ3 {

    /** Lists what is in the folder, a line each: {@code name size crc}, and {@code load name} for what to load, in order. */
    private static final String INVENTORY = "inventory";

    private static volatile Path home;

    private NativeZ3() {}

    /** Where to keep it from now on: before Z3 is first used, or to no effect. */
    static void keepIn(Path folder) {
        home = folder;
    }

    /**
     * Loads the library into this process. Called by Z3's bindings when they are first used.
     *
     * @param prefix folder of the libraries in the jar, {@code com/microsoft/z3}
     * @param resources opens a file of that jar; null if there is none
     * @throws UnsatisfiedLinkError when there is none for this platform, or it cannot be loaded here
     */
    @SuppressWarnings("restricted") // the launcher and the tests run Java with --enable-native-access
    public static void load(String prefix, Function<String, InputStream> resources) {
        String platform = system() + "/" + processor();
        var jar = new Jar("/" + prefix + "/" + platform + "/", resources);
        try {
            Path folder = unpacked(jar, platform.replace('/', '-'));
            for (String line : Files.readAllLines(folder.resolve(INVENTORY))) {
                if (line.startsWith("load ")) {
                    System.load(folder.resolve(line.substring("load ".length())).toString());
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("Z3's native library cannot be unpacked", fault);
        }
    }

    private static Path unpacked(Jar jar, String platform) throws IOException {
        if (home != null) {
            Path folder = home.toAbsolutePath().resolve("z3-" + Prover.Z3_VERSION + "-" + platform);
            try {
                if (!isSound(folder)) {
                    install(jar, folder);
                }
                if (isSound(folder)) {
                    return folder;
                }
            } catch (IOException notThere) {
                // read-only, or no room: then for this run alone
            }
        }
        Path folder = Files.createTempDirectory("lockstep-z3");
        folder.toFile().deleteOnExit();
        for (String name : jar.unpackInto(folder)) {
            folder.resolve(name).toFile().deleteOnExit();
        }
        return folder;
    }

    /** Unpacks beside the folder and renames. If another run was faster, its folder stays. */
    private static void install(Jar jar, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path next = Files.createTempDirectory(folder.getParent(), "unpacking");
        try {
            jar.unpackInto(next);
            if (Files.exists(folder) && !isSound(folder)) {
                Files.move(folder, next.resolveSibling(next.getFileName() + ".old"), StandardCopyOption.ATOMIC_MOVE);
                delete(next.resolveSibling(next.getFileName() + ".old"));
            }
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            delete(next);
            if (!isSound(folder)) {
                throw fault;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    // ------------------------------------------------------------------------------------------ what is there already

    private static boolean isSound(Path folder) throws IOException {
        Path inventory = folder.resolve(INVENTORY);
        if (!Files.isRegularFile(inventory) || !isPrivate(folder)) {
            return false;
        }
        for (String line :
                Files.readString(inventory, StandardCharsets.ISO_8859_1).split("\n")) {
            String[] fields = line.split(" ");
            if (fields.length == 3 && !line.equals(entry(folder.resolve(fields[0])))) {
                return false;
            }
        }
        return true;
    }

    /** Nobody else may have put something in there. */
    private static boolean isPrivate(Path folder) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
        permissions.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        return permissions.isEmpty();
    }

    /** A line of the inventory; of a file that is not there, one that is never in it. */
    private static String entry(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var channel = FileChannel.open(file)) {
            var crc = new CRC32();
            crc.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            return file.getFileName() + " " + channel.size() + " " + Long.toHexString(crc.getValue());
        }
    }

    // ------------------------------------------------------------------------------------------ what the jar has

    /** The jar's folder for this platform. */
    private record Jar(String folder, Function<String, InputStream> resources) {

        /** Unpacks the libraries and writes the inventory. @return the files written */
        List<String> unpackInto(Path target) throws IOException {
            Properties contents = contents();
            var written = new ArrayList<String>();
            var inventory = new StringBuilder();
            for (String name : listed(contents, "bundled-libraries.")) {
                try (InputStream library = open(name)) {
                    Files.copy(library, target.resolve(name));
                }
                written.add(name);
                inventory.append(entry(target.resolve(name))).append('\n');
            }
            for (String name : listed(contents, "load-commands.")) {
                inventory.append("load ").append(name).append('\n');
            }
            Files.writeString(target.resolve(INVENTORY), inventory, StandardCharsets.ISO_8859_1);
            written.add(INVENTORY);
            return written;
        }

        private Properties contents() throws IOException {
            try (InputStream xml = open("turnkey.xml")) {
                var contents = new Properties();
                contents.loadFromXML(xml);
                return contents;
            }
        }

        private static List<String> listed(Properties contents, String key) {
            var values = new ArrayList<String>();
            for (int i = 0; contents.getProperty(key + i) != null; i++) {
                values.add(contents.getProperty(key + i));
            }
            return values;
        }

        private InputStream open(String name) {
            InputStream resource = resources.apply(folder + name);
            if (resource == null) {
                throw new UnsatisfiedLinkError("there is no Z3 for this kind of machine: " + folder + name);
            }
            return resource;
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "windows";
        }
        return name.equals("Mac OS X") ? "osx" : name.toLowerCase(Locale.ROOT);
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "x86_64" -> "amd64";
            case "i386" -> "x86";
            default -> name;
        };
    }
}
