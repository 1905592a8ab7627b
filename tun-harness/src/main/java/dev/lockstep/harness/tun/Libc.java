package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The system calls this package makes, as the C library offers them.
 *
 * <p>Every method answers as the kernel itself does: a result of 0 or more, or {@code -errno}. Nothing
 * throws but {@link IllegalStateException} where the caller's memory is already closed. {@code errno} is captured into a segment of {@link #errnoLayout} that the caller owns and
 * reuses; one per thread, or one per object with one owner.
 *
 * <p>Capturing {@code errno} makes a slice of that segment, which is an allocation as long as the compiler does not see
 * through it. The calls of the hot path therefore come in a second, quiet form without {@code errno}: whoever needs the
 * reason of a failure makes the call again the other way. Their pointers are plain addresses: the caller holds the memory
 * alive and has checked the bounds.
 */
@SuppressWarnings("restricted") // this class is the one place for restricted methods
final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle STATE_ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            bind("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 2);
    private static final MethodHandle CLOSE = bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle READ =
            bind("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle WRITE =
            bind("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle QUIET_READ =
            quiet("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle QUIET_WRITE =
            quiet("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle QUIET_PPOLL =
            quiet("ppoll", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle IOCTL =
            bind("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG), 2);
    private static final MethodHandle PPOLL =
            bind("ppoll", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle EVENTFD = bind("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SOCKET =
            bind("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle UNSHARE = bind("unshare", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle EXECV = bind("execv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle GETTID = bind("gettid", FunctionDescriptor.of(JAVA_INT));

    private Libc() {}

    private static MethodHandle bind(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, ERRNO);
    }

    private static MethodHandle bind(String name, FunctionDescriptor descriptor, int firstVariadic) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                descriptor,
                ERRNO,
                Linker.Option.firstVariadicArg(firstVariadic));
    }

    private static MethodHandle quiet(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
    }

    /** A place for {@code errno}, to be handed to every call. */
    static MemorySegment errnoLayout(SegmentAllocator allocator) {
        return allocator.allocate(STATE);
    }

    private static long orErrno(long result, MemorySegment state) {
        return result >= 0 ? result : -(int) STATE_ERRNO.get(state, 0L);
    }

    private static AssertionError impossible(Throwable thrown) {
        if (thrown
                instanceof RuntimeException misuse) { // a closed segment: it keeps a closed descriptor from being used
            throw misuse;
        }
        return new AssertionError("a downcall handle threw", thrown);
    }

    static int open(MemorySegment state, MemorySegment path, int flags) {
        try {
            return (int) orErrno((int) OPEN.invokeExact(state, path, flags, 0), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static int close(MemorySegment state, int fd) {
        try {
            return (int) orErrno((int) CLOSE.invokeExact(state, fd), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** {@link #read} for the hot path: a failure is -1, whatever it is. */
    static long quietRead(int fd, long address, long length) {
        try {
            return (long) QUIET_READ.invokeExact(fd, address, length);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** {@link #write} for the hot path: a failure is -1, whatever it is. */
    static long quietWrite(int fd, long address, long length) {
        try {
            return (long) QUIET_WRITE.invokeExact(fd, address, length);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** {@link #ppoll} for the hot path: a failure is -1, whatever it is. */
    static int quietPpoll(long pollfds, long count, long timeout) {
        try {
            return (int) QUIET_PPOLL.invokeExact(pollfds, count, timeout, 0L);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** Reads at most {@code length} bytes to {@code address}. */
    static long read(MemorySegment state, int fd, long address, long length) {
        try {
            return orErrno((long) READ.invokeExact(state, fd, address, length), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** Writes {@code length} bytes from {@code address}. */
    static long write(MemorySegment state, int fd, long address, long length) {
        try {
            return orErrno((long) WRITE.invokeExact(state, fd, address, length), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** {@code argument} is a number or an address, as the request has it. */
    static int ioctl(MemorySegment state, int fd, long request, long argument) {
        try {
            return (int) orErrno((int) IOCTL.invokeExact(state, fd, request, argument), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** Waits for one of {@code count} descriptors; {@code timeout} points to a {@code struct timespec}, or is 0 for ever. */
    static int ppoll(MemorySegment state, long pollfds, long count, long timeout) {
        try {
            return (int) orErrno((int) PPOLL.invokeExact(state, pollfds, count, timeout, 0L), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static int eventfd(MemorySegment state, int initial, int flags) {
        try {
            return (int) orErrno((int) EVENTFD.invokeExact(state, initial, flags), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static int socket(MemorySegment state, int domain, int type, int protocol) {
        try {
            return (int) orErrno((int) SOCKET.invokeExact(state, domain, type, protocol), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static int unshare(MemorySegment state, int flags) {
        try {
            return (int) orErrno((int) UNSHARE.invokeExact(state, flags), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** Replaces this process; returns only on failure. */
    static int execv(MemorySegment state, MemorySegment path, MemorySegment argv) {
        try {
            return (int) orErrno((int) EXECV.invokeExact(state, path, argv), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    /** The kernel's id of the calling thread. */
    static int gettid(MemorySegment state) {
        try {
            return (int) orErrno((int) GETTID.invokeExact(state), state);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }
}
