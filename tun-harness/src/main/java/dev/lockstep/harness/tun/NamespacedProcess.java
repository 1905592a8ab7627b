package dev.lockstep.harness.tun;

import dev.lockstep.harness.EnvironmentException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the whole program into a network namespace of its own, by replacing it with itself: execve(2) of the same
 * command line, once, behind unshare(2) as root or behind {@code unshare -rn} as an ordinary user.
 *
 * <p>Why this way. A namespace belongs to threads, and a JVM has many that one did not start (carriers of virtual
 * threads, the common pool, the process reaper): unsharing one thread leaves those outside, and a multi-threaded
 * process may not enter a user namespace at all. A child JVM would do, but then signals, terminal, exit code and
 * {@code kill -9} have to be passed on, and an orphan may stay behind. After an exec there is one process with the
 * same id: nothing to forward, nothing to reap. The namespace has no name and no file; it ends with the process.
 *
 * <p>Costs one more start of the JVM and of its foreign linker (0.3 to 0.5 s without a cache), so call it first thing. Shutdown hooks of the replaced program
 * do not run, and what it held in memory is gone.
 */
public final class NamespacedProcess {

    /** Set in the replaced program, so that it does not replace itself again. */
    public static final String GUARD = "lockstep.in.namespace";

    private NamespacedProcess() {}

    /** Whether this process already runs in a namespace made by {@link #enter}. */
    public static boolean inside() {
        return System.getProperty(GUARD) != null;
    }

    /**
     * Returns inside a fresh network namespace with loopback up. The first call in a program does not return: the
     * program starts anew, inside, with the same arguments, and its call returns.
     *
     * @throws EnvironmentException where namespaces or TUN devices are not to be had
     */
    public static void enter() {
        if (inside()) {
            try (InterfaceControl control = new InterfaceControl()) {
                control.up("lo");
            }
            return;
        }
        switch (TunSupport.probe()) {
            case TunSupport.Missing missing -> throw missing.toException();
            case TunSupport.Available(TunSupport.Means means) -> replace(means);
        }
    }

    private static void replace(TunSupport.Means means) {
        try {
            List<String> command = sameCommand();
            switch (means) {
                case AS_ROOT -> NetworkNamespace.unshareNetwork(); // of this thread, which exec makes the only one
                case USER_NAMESPACE -> command.addAll(0, List.of(program("unshare"), "-rn", "--"));
            }
            System.out.flush();
            System.err.flush();
            throw failed(Errno.describe(-exec(command)));
        } catch (IOException noProc) {
            throw failed("the command line cannot be read: " + noProc.getMessage());
        }
    }

    /** This JVM's executable and arguments with the guard before them: exactly, however long. */
    private static List<String> sameCommand() throws IOException {
        String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.ISO_8859_1);
        List<String> command = new ArrayList<>(List.of(line.split("\0", -1)));
        command.removeLast(); // each argument ends with a zero, so the last piece is empty
        command.set(0, asBytes(Files.readSymbolicLink(Path.of("/proc/self/exe"))));
        command.add(1, "-D" + GUARD + "=true");
        return command;
    }

    /** A path's bytes as the kernel has them, one character each, like the rest of the command line here. */
    private static String asBytes(Path path) {
        Charset fileNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
        return new String(path.toString().getBytes(fileNames), StandardCharsets.ISO_8859_1);
    }

    private static String program(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(":", -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(candidate)) {
                return candidate.toAbsolutePath().toString();
            }
        }
        throw new EnvironmentException(
                name, "the program was not found", "install the package util-linux, or run as root");
    }

    /** Replaces the process; comes back only with {@code -errno}. */
    private static int exec(List<String> command) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argv = arena.allocate(ValueLayout.ADDRESS, command.size() + 1L);
            for (int i = 0; i < command.size(); i++) {
                MemorySegment argument = arena.allocateFrom(command.get(i), StandardCharsets.ISO_8859_1);
                argv.setAtIndex(ValueLayout.ADDRESS, i, argument);
            }
            return Libc.execv(Libc.errnoLayout(arena), argv.getAtIndex(ValueLayout.ADDRESS, 0), argv);
        }
    }

    private static EnvironmentException failed(String reason) {
        return new EnvironmentException(
                "network namespace",
                "the program could not start itself again inside: " + reason,
                "start it inside by hand: unshare -rn <command>");
    }
}
