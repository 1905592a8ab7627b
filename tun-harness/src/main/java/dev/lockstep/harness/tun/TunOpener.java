package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.HarnessException;
import dev.lockstep.harness.InputException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Opens {@code /dev/net/tun} and turns its refusals into messages that name the fix. */
final class TunOpener {

    static final String PATH = "/dev/net/tun";

    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;

    private static final int TUNSETIFF = 0x400454ca;
    private static final int TUNSETOFFLOAD = 0x400454d0;
    private static final short IFF_TUN = 0x0001;
    private static final short IFF_NO_PI = 0x1000;
    private static final short IFF_VNET_HDR = 0x4000;
    private static final short IFF_MULTI_QUEUE = 0x0100;
    private static final short IFF_TUN_EXCL = (short) 0x8000;

    private static final int IFREQ_SIZE = 40;
    private static final int IFREQ_FLAGS = 16;

    /** An open queue of an interface: its descriptor and the name that the kernel gave. */
    record Opened(int fd, String name) {}

    private TunOpener() {}

    /**
     * Opens the device file alone, without making an interface.
     *
     * @return the descriptor, or {@code -errno}
     */
    static int openFile() {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.open(Libc.errnoLayout(arena), arena.allocateFrom(PATH), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        }
    }

    static void closeFile(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            Libc.close(Libc.errnoLayout(arena), fd);
        }
    }

    /**
     * Makes (or joins) an interface in the network namespace of the calling thread.
     *
     * @param join whether the interface may exist: a further queue, or a persistent interface
     * @throws EnvironmentException where device, module or permission is lacking
     * @throws InputException where the name is unusable or taken
     */
    static Opened open(TunOptions options, boolean join) {
        int fd = openFile();
        if (fd < 0) {
            throw cannotOpen(-fd);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = Libc.errnoLayout(arena);
            MemorySegment ifreq = arena.allocate(IFREQ_SIZE, 8);
            InterfaceControl.putName(ifreq, options.name());
            ifreq.set(JAVA_SHORT_UNALIGNED, IFREQ_FLAGS, flags(options, join));
            int result = Libc.ioctl(errno, fd, TUNSETIFF, ifreq.address());
            if (result < 0) {
                throw cannotCreate(options, -result);
            }
            if (options.vnetHeader()) {
                result = Libc.ioctl(errno, fd, TUNSETOFFLOAD, options.offloadFlags());
                if (result < 0) {
                    throw cannotOffload(options, -result);
                }
            }
            return new Opened(fd, name(ifreq));
        } catch (HarnessException refused) {
            closeFile(fd);
            throw refused;
        }
    }

    private static short flags(TunOptions options, boolean join) {
        int flags = IFF_TUN | IFF_NO_PI;
        if (options.vnetHeader()) {
            flags |= IFF_VNET_HDR;
        }
        if (options.multiQueue()) {
            flags |= IFF_MULTI_QUEUE;
        }
        if (!join) {
            flags |= IFF_TUN_EXCL; // the kernel itself refuses a taken name: no gap between asking and making
        }
        return (short) flags;
    }

    private static String name(MemorySegment ifreq) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < IFREQ_FLAGS && ifreq.get(JAVA_BYTE, i) != 0; i++) {
            name.append((char) ifreq.get(JAVA_BYTE, i));
        }
        return name.toString();
    }

    /** What a failure to open the device file means. */
    static EnvironmentException cannotOpen(int errno) {
        return switch (errno) {
            case Errno.ENOENT ->
                new EnvironmentException(
                        PATH,
                        "the device file does not exist",
                        "load the module (modprobe tun); in a container start it with --device " + PATH);
            case Errno.ENXIO, Errno.ENODEV ->
                new EnvironmentException(
                        PATH, "the kernel has no TUN driver", "modprobe tun, or use a kernel with CONFIG_TUN");
            case Errno.EACCES, Errno.EPERM ->
                new EnvironmentException(
                        PATH,
                        "this user may not open it (" + Errno.describe(errno) + ")",
                        "run as root, or let the user open it: chmod 666 " + PATH);
            default -> new EnvironmentException(PATH, "opening failed: " + Errno.describe(errno), "see open(2)");
        };
    }

    private static HarnessException cannotCreate(TunOptions options, int errno) {
        String place = "interface " + options.name();
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES ->
                new EnvironmentException(place, "making it needs CAP_NET_ADMIN", TunSupport.PERMISSION_FIX);
            case Errno.EBUSY, Errno.EEXIST ->
                new InputException(
                        place,
                        "an interface of this name exists already, or another program holds it",
                        "choose another name; ip link shows those that are taken");
            case Errno.ENOTTY ->
                new EnvironmentException(
                        PATH,
                        "the file there is not the kernel's TUN device",
                        "make it: mknod " + PATH + " c 10 200; in a container start it with --device " + PATH);
            case Errno.EINVAL ->
                new InputException(
                        place,
                        "the kernel takes neither this name nor these flags for it",
                        "use letters and digits; queues of one interface need the same vnet and multi-queue options");
            default ->
                new EnvironmentException(place, "making it failed: " + Errno.describe(errno), "see linux/if_tun.h");
        };
    }

    private static EnvironmentException cannotOffload(TunOptions options, int errno) {
        return new EnvironmentException(
                "interface " + options.name(),
                "the kernel refuses the offloads " + options.offloads() + ": " + Errno.describe(errno),
                "run without offloads, or ask for CHECKSUM along with TSO4 and TSO6");
    }
}
