package dev.lockstep.harness.tun;

import dev.lockstep.harness.EnvironmentException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A network namespace inside this process, which one platform thread keeps: for tests, and for two hosts of one
 * kernel side by side. Nameless, so nothing is left behind, even by {@code kill -9}.
 *
 * <p>A thread is in the namespace of the thread that started it, and so are the sockets it opens and the programs it
 * starts. That holds for platform threads only: virtual threads, parallel streams and the common pool run on
 * carriers started elsewhere, and open their sockets <em>outside</em>. Whole commands therefore run in
 * {@link NamespacedProcess}; here one has to know what the code inside does.
 *
 * <p>The namespace goes when the last thread and socket in it have gone.
 */
public final class NetworkNamespace implements AutoCloseable {

    private static final int CLONE_NEWNET = 0x40000000;

    private final String label;
    private final ExecutorService keeper;
    private int keeperId;

    private NetworkNamespace(String label) {
        this.label = label;
        this.keeper = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("netns-" + label).factory());
    }

    /**
     * Makes a namespace with its loopback interface up.
     *
     * @param label for thread names and messages
     * @throws EnvironmentException where the process lacks CAP_SYS_ADMIN or the kernel lacks namespaces
     */
    public static NetworkNamespace create(String label) {
        NetworkNamespace namespace = new NetworkNamespace(label);
        try {
            namespace.keeperId = namespace.call(NetworkNamespace::enterFresh);
            return namespace;
        } catch (EnvironmentException refused) {
            namespace.close();
            throw refused;
        } catch (Exception unexpected) {
            namespace.close();
            throw new IllegalStateException(unexpected);
        }
    }

    /** Moves the calling thread into a fresh namespace, and tells its kernel id. */
    private static int enterFresh() {
        unshareNetwork();
        try (InterfaceControl control = new InterfaceControl();
                Arena arena = Arena.ofConfined()) {
            control.up("lo");
            return Libc.gettid(Libc.errnoLayout(arena));
        }
    }

    /** unshare(CLONE_NEWNET) for the calling thread. */
    static void unshareNetwork() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = Libc.errnoLayout(arena);
            int result = Libc.unshare(errno, CLONE_NEWNET);
            if (result < 0) {
                String what = result == -Errno.EPERM
                        ? "this process may not make one (no CAP_SYS_ADMIN)"
                        : "unshare(CLONE_NEWNET) failed: " + Errno.describe(-result);
                throw new EnvironmentException("network namespace", what, TunSupport.PERMISSION_FIX);
            }
        }
    }

    /**
     * Runs a task on the keeper's thread, inside, and waits for it. Tasks run one after another.
     *
     * @throws Exception what the task throws
     */
    public <T> T call(Callable<T> task) throws Exception {
        Future<T> result = keeper.submit(task);
        try {
            return result.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    /** Starts a platform thread inside, beside the keeper's own. A daemon, so that it cannot keep the process. */
    public Thread thread(String name, Runnable body) throws Exception {
        return call(() -> Thread.ofPlatform().daemon().name(label + "-" + name).start(body));
    }

    /**
     * What other programs may call this namespace: {@code ip link ... netns <id>}.
     *
     * @return the kernel's id of the thread that keeps it
     */
    public int keeperId() {
        return keeperId;
    }

    /** Lets go of the keeper's thread. Does not wait for a task that still runs; it is interrupted. */
    @Override
    public void close() {
        keeper.shutdownNow();
    }

    @Override
    public String toString() {
        return label + " (thread " + keeperId + ")";
    }
}
