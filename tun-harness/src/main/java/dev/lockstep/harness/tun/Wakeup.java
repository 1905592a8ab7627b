package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.lockstep.harness.EnvironmentException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Lets any thread end another's wait on a device: an eventfd(2). Waking twice before the waiter looks is as good as
 * once.
 */
final class Wakeup {

    private static final int EFD_NONBLOCK = 0x800;
    private static final int EFD_CLOEXEC = 0x80000;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment wakerErrno = Libc.errnoLayout(arena);
    private final MemorySegment one = arena.allocate(JAVA_LONG);
    private final MemorySegment waiterErrno = Libc.errnoLayout(arena);
    private final MemorySegment count = arena.allocate(JAVA_LONG);
    private final int fd;
    private boolean closed;

    Wakeup() {
        one.set(JAVA_LONG, 0, 1);
        fd = Libc.eventfd(waiterErrno, 0, EFD_NONBLOCK | EFD_CLOEXEC);
        if (fd < 0) {
            arena.close();
            throw new EnvironmentException("eventfd", Errno.describe(-fd), "raise the limit of open files (ulimit -n)");
        }
    }

    /** The descriptor to wait on, readable after {@link #wake}. */
    int fd() {
        return fd;
    }

    /**
     * Ends the present or next wait. From any thread, also after {@link #close}, when it does nothing: the lock keeps
     * a late call from writing into a descriptor that the kernel has given to someone else.
     */
    synchronized void wake() {
        if (!closed) {
            Libc.write(wakerErrno, fd, one.address(), Long.BYTES); // EAGAIN means awake already
        }
    }

    /** Makes the next wait wait again. By the waiting thread. */
    void clear() {
        Libc.read(waiterErrno, fd, count.address(), Long.BYTES);
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            Libc.close(wakerErrno, fd);
            arena.close();
        }
    }
}
