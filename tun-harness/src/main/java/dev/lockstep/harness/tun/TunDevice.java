package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import dev.lockstep.stack.link.PacketSink;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Objects;

/**
 * One queue of a TUN interface: what the kernel routes to the interface is {@linkplain #read read} here, and what is
 * {@linkplain #packet written} here arrives at the kernel.
 *
 * <p>The interface lives in the network namespace of the thread that opened it, until the last queue is closed or
 * the process ends, however it ends. Reading and writing never block and never allocate; they belong to one thread
 * at a time. {@link #wake} is for all threads.
 *
 * <p>A reply of the kernel to a written packet is readable before {@link #packet} returns: an empty read means "no
 * answer", without waiting.
 */
public final class TunDevice implements PacketSink, AutoCloseable {

    /** Room for the longest datagram and a vnet header before it. */
    private static final int BUFFER_SIZE = 0x10000 + 64;

    private static final short POLLIN = 1;
    private static final int POLLFD_SIZE = 8; // struct pollfd: int fd, short events, short revents
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final TunOptions options;
    private final String name;
    private final int fd;
    private final int headerLength;
    private final Wakeup wakeup;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment errno = Libc.errnoLayout(arena);
    private final MemorySegment received = arena.allocate(BUFFER_SIZE, 64);
    private final MemorySegment staged = arena.allocate(BUFFER_SIZE, 64);
    private final MemorySegment pollfds = arena.allocate(2 * POLLFD_SIZE, 8);
    private final MemorySegment timespec = arena.allocate(2 * Long.BYTES, 8);
    private final DeviceCounters counters = new DeviceCounters();
    private boolean announced; // by the last wait: there is something to read
    private boolean closed;

    private TunDevice(TunOptions options, TunOpener.Opened opened, Wakeup wakeup) {
        this.options = options;
        this.name = opened.name();
        this.fd = opened.fd();
        this.headerLength = options.headerLength();
        this.wakeup = wakeup;
        watch(0, fd);
        watch(1, wakeup.fd());
        if (options.vnetHeader()) {
            VnetHeader.putPlain(staged, 0);
        }
    }

    private void watch(int index, int descriptor) {
        pollfds.set(JAVA_INT, (long) index * POLLFD_SIZE, descriptor);
        pollfds.set(JAVA_SHORT, (long) index * POLLFD_SIZE + 4, POLLIN);
    }

    /**
     * Makes a TUN interface in the calling thread's network namespace. It has its MTU and queue length, but is down
     * and without address: see {@link #up}.
     *
     * @throws EnvironmentException where the machine lacks the device, the driver or the permission
     * @throws InputException where the name cannot be used or is taken
     */
    public static TunDevice open(TunOptions options) {
        TunDevice device = openQueue(options, options.attach());
        if (!options.attach()) { // an interface made by somebody else keeps what that somebody set
            try (InterfaceControl control = new InterfaceControl();
                    RouteNetlink netlink = new RouteNetlink()) {
                control.mtu(device.name, options.mtu());
                // By ioctl (SIOCSIFTXQLEN) this is refused to root of a user namespace.
                netlink.txQueueLength(control.index(device.name), options.txQueueLength());
            } catch (RuntimeException refused) {
                device.close();
                throw refused;
            }
        }
        return device;
    }

    /**
     * Opens one more queue of this interface; the kernel keeps each flow on one queue.
     *
     * @throws InputException where the device was not opened with {@link TunOptions#multiQueue}
     */
    public TunDevice openQueue() {
        if (!options.multiQueue()) {
            throw new InputException("interface " + name, "it was made with one queue", "open it with multiQueue");
        }
        TunOptions same = new TunOptions(
                name, options.mtu(), options.txQueueLength(), options.vnetHeader(), options.offloads(), true, true);
        return openQueue(same, true);
    }

    private static TunDevice openQueue(TunOptions options, boolean join) {
        Wakeup wakeup = new Wakeup();
        try {
            return new TunDevice(options, TunOpener.open(options, join), wakeup);
        } catch (RuntimeException refused) {
            wakeup.close();
            throw refused;
        }
    }

    /**
     * Gives the kernel's end its addresses and sets the interface up. The kernel then routes the addresses' networks
     * to this device.
     */
    public void up(Cidr... kernelSide) {
        try (InterfaceControl control = new InterfaceControl()) {
            for (Cidr cidr : kernelSide) {
                control.address(name, cidr);
            }
            control.up(name);
        }
    }

    /** The interface's name as the kernel has it. */
    public String name() {
        return name;
    }

    public TunOptions options() {
        return options;
    }

    /** What this queue did so far; live, to be read by the owning thread. */
    public DeviceCounters counters() {
        return counters;
    }

    /**
     * Reads the next packet into {@link #buffer} at {@link #offset}.
     *
     * @return bytes of the datagram, or 0 where none is waiting
     * @throws EnvironmentException where the interface is gone
     */
    public int read() {
        requireOpen();
        long result = Libc.quietRead(fd, received.address(), BUFFER_SIZE);
        if (result < 0 && announced) { // there was something to read, and it was no packet
            result = Libc.read(errno, fd, received.address(), BUFFER_SIZE);
            if (result < 0 && result != -Errno.EAGAIN) {
                throw lost("reading", (int) -result);
            }
        }
        announced = false;
        if (result <= headerLength) {
            counters.emptyReads++;
            return 0;
        }
        int length = (int) result - headerLength;
        counters.reads++;
        counters.readBytes += length;
        return length;
    }

    private void requireOpen() {
        if (closed) { // or we would read and write what the kernel gave that descriptor to next
            throw new IllegalStateException("the device " + name + " is closed");
        }
    }

    /** Where {@link #read} puts packets; the next read overwrites it. */
    public MemorySegment buffer() {
        return received;
    }

    /** Where in {@link #buffer} the IP header begins; the {@link VnetHeader}, if any, is before it. */
    public long offset() {
        return headerLength;
    }

    /**
     * Hands a datagram to the kernel. What the kernel refuses is counted as dropped, as a link would: a full queue,
     * an interface that is down, bytes that are not IP.
     */
    @Override
    public void packet(MemorySegment buffer, long offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.byteSize());
        if (headerLength == 0 && buffer.isNative()) {
            write(buffer, offset, length);
        } else {
            MemorySegment.copy(buffer, offset, staged, headerLength, length);
            write(staged, 0, headerLength + length);
        }
    }

    /**
     * Hands over a packet that the caller has put a {@link VnetHeader} in front of: a super-segment, say.
     *
     * @param buffer off-heap memory
     * @param offset bytes to the header's start
     * @param length bytes of header and datagram together
     */
    public void framed(MemorySegment buffer, long offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.byteSize());
        if (headerLength == 0 || !buffer.isNative()) {
            throw new IllegalArgumentException("needs a device with vnetHeader and memory off the heap");
        }
        write(buffer, offset, length);
    }

    private void write(MemorySegment buffer, long offset, int length) {
        requireOpen();
        long result = Libc.quietWrite(fd, buffer.address() + offset, length);
        if (result < 0) {
            result = Libc.write(errno, fd, buffer.address() + offset, length); // for the reason, or it works now
        }
        Reference.reachabilityFence(buffer);
        if (result >= 0) {
            counters.writes++;
            counters.writtenBytes += length - headerLength;
            return;
        }
        switch ((int) -result) {
            case Errno.EINVAL -> counters.rejected++;
            case Errno.EAGAIN, Errno.ENOBUFS, Errno.ENOMEM, Errno.EIO -> counters.dropped++;
            default -> throw lost("writing", (int) -result);
        }
    }

    /**
     * Waits until a packet can be read, somebody calls {@link #wake}, a signal comes, or time is up.
     *
     * @param timeoutNanos longest wait; 0 or less returns at once, {@link Long#MAX_VALUE} waits for ever
     * @return whether a packet can be read
     */
    public boolean await(long timeoutNanos) {
        requireOpen();
        long timeout = 0;
        if (timeoutNanos != Long.MAX_VALUE) {
            long nanos = Math.max(0, timeoutNanos);
            timespec.set(JAVA_LONG, 0, nanos / NANOS_PER_SECOND);
            timespec.set(JAVA_LONG, Long.BYTES, nanos % NANOS_PER_SECOND);
            timeout = timespec.address();
        }
        counters.polls++;
        int ready = Libc.quietPpoll(pollfds.address(), 2, timeout);
        if (ready < 0) { // a signal, or something worse, which it will be again without a wait
            ready = awaitNothing();
        }
        if (ready == 0) {
            return false;
        }
        if (pollfds.get(JAVA_SHORT, POLLFD_SIZE + 6) != 0) {
            wakeup.clear();
            counters.wakeups++;
        }
        announced = pollfds.get(JAVA_SHORT, 6) != 0; // POLLERR too: the read will say what it is
        return announced;
    }

    private int awaitNothing() {
        timespec.set(JAVA_LONG, 0, 0);
        timespec.set(JAVA_LONG, Long.BYTES, 0);
        int ready = Libc.ppoll(errno, pollfds.address(), 2, timespec.address());
        if (ready < 0 && ready != -Errno.EINTR) {
            throw lost("waiting", -ready);
        }
        return Math.max(0, ready);
    }

    /** Ends the present or next {@link #await}. From any thread, also after {@link #close}. */
    public void wake() {
        wakeup.wake();
    }

    private EnvironmentException lost(String doing, int number) {
        return new EnvironmentException(
                "interface " + name,
                doing + " failed: " + Errno.describe(number),
                "keep the interface until the run ends; somebody may have deleted it or set it down");
    }

    /** Closes the queue; the interface goes with its last one. By the owning thread; closing twice is harmless. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Libc.close(errno, fd);
            wakeup.close();
            arena.close();
        }
    }
}
