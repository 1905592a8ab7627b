package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * Asks and sets properties of network interfaces by ioctl, without the {@code ip} program: netdevice(7).
 *
 * <p>Acts in the network namespace of the thread that <em>made</em> it, since that is where its sockets live. For use
 * by one thread.
 */
public final class InterfaceControl implements AutoCloseable {

    /** Longest interface name in bytes: IFNAMSIZ less the terminating zero. */
    public static final int MAX_NAME = 15;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;

    private static final int SIOCGIFFLAGS = 0x8913;
    private static final int SIOCSIFFLAGS = 0x8914;
    private static final int SIOCSIFADDR = 0x8916;
    private static final int SIOCSIFNETMASK = 0x891c;
    private static final int SIOCGIFMTU = 0x8921;
    private static final int SIOCSIFMTU = 0x8922;
    private static final int SIOCGIFINDEX = 0x8933;

    private static final int IFF_UP = 1;

    /** {@code struct ifreq}: a name of 16 bytes, then a union of 24. */
    private static final int IFREQ_SIZE = 40;

    private static final int UNION = 16;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment errno = Libc.errnoLayout(arena);
    private final MemorySegment ifreq = arena.allocate(IFREQ_SIZE, 8);
    private final int inet;
    private int inet6 = -1;

    /** @throws EnvironmentException where no socket can be made */
    public InterfaceControl() {
        inet = Libc.socket(errno, AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        if (inet < 0) {
            arena.close();
            throw new EnvironmentException(
                    "socket(AF_INET)", Errno.describe(-inet), "run on a Linux kernel with IPv4 and free descriptors");
        }
    }

    /** Whether an interface of this name exists in the namespace. */
    public boolean exists(String name) {
        prepare(name);
        int result = Libc.ioctl(errno, inet, SIOCGIFFLAGS, ifreq.address());
        if (result == -Errno.ENODEV) {
            return false;
        }
        check(result, name, "asking whether it exists");
        return true;
    }

    /** Sets the interface up; its routes appear with it. */
    public void up(String name) {
        prepare(name);
        check(Libc.ioctl(errno, inet, SIOCGIFFLAGS, ifreq.address()), name, "reading its flags");
        short flags = ifreq.get(JAVA_SHORT_UNALIGNED, UNION);
        ifreq.set(JAVA_SHORT_UNALIGNED, UNION, (short) (flags | IFF_UP));
        check(Libc.ioctl(errno, inet, SIOCSIFFLAGS, ifreq.address()), name, "setting it up");
    }

    public int mtu(String name) {
        prepare(name);
        check(Libc.ioctl(errno, inet, SIOCGIFMTU, ifreq.address()), name, "reading its MTU");
        return ifreq.get(JAVA_INT_UNALIGNED, UNION);
    }

    /** @param bytes largest IP datagram, 68 to 65535 */
    public void mtu(String name, int bytes) {
        setInt(name, SIOCSIFMTU, bytes, "setting its MTU to " + bytes);
    }

    /** The kernel's number of the interface. */
    public int index(String name) {
        prepare(name);
        check(Libc.ioctl(errno, inet, SIOCGIFINDEX, ifreq.address()), name, "reading its index");
        return ifreq.get(JAVA_INT_UNALIGNED, UNION);
    }

    /** Gives the interface its (one) IPv4 address with netmask, or one more IPv6 address. */
    public void address(String name, Cidr cidr) {
        if (cidr.address() instanceof Inet4Address) {
            setInet4(name, SIOCSIFADDR, cidr.address().getAddress(), "setting its address to " + cidr);
            setInet4(name, SIOCSIFNETMASK, cidr.netmask(), "setting its netmask to " + cidr);
        } else {
            setInet6(name, cidr.address(), cidr.prefix());
        }
    }

    private void setInt(String name, int request, int value, String doing) {
        prepare(name);
        ifreq.set(JAVA_INT_UNALIGNED, UNION, value);
        check(Libc.ioctl(errno, inet, request, ifreq.address()), name, doing);
    }

    private void setInet4(String name, int request, byte[] networkOrder, String doing) {
        prepare(name);
        ifreq.set(JAVA_SHORT_UNALIGNED, UNION, (short) AF_INET); // struct sockaddr_in: family, port, address
        MemorySegment.copy(networkOrder, 0, ifreq, JAVA_BYTE, UNION + 4, 4);
        check(Libc.ioctl(errno, inet, request, ifreq.address()), name, doing);
    }

    private void setInet6(String name, InetAddress address, int prefix) {
        int index = index(name);
        if (inet6 < 0) {
            inet6 = Libc.socket(errno, AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        }
        check(inet6, name, "opening an IPv6 socket");
        ifreq.fill((byte) 0); // struct in6_ifreq: address of 16 bytes, prefix length, interface index
        MemorySegment.copy(address.getAddress(), 0, ifreq, JAVA_BYTE, 0, 16);
        ifreq.set(JAVA_INT_UNALIGNED, 16, prefix);
        ifreq.set(JAVA_INT_UNALIGNED, 20, index);
        String doing = "adding the address " + address.getHostAddress() + "/" + prefix;
        check(Libc.ioctl(errno, inet6, SIOCSIFADDR, ifreq.address()), name, doing);
    }

    private void prepare(String name) {
        putName(ifreq, name);
    }

    /** @throws InputException where the kernel would not take it as the name of an interface */
    static void checkName(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_NAME) {
            throw new InputException(
                    "interface " + name,
                    "the name has " + bytes.length + " bytes, and Linux takes " + MAX_NAME,
                    "choose a shorter name, e.g. lockstep0");
        }
        if (name.isEmpty() || name.matches("\\.\\.?")) {
            throw new InputException(
                    "interface " + name, "no interface can be called \"" + name + "\"", "e.g. lockstep0");
        }
        // The kernel takes more, but shells, sysctls and /proc/net read some of it otherwise.
        if (!name.matches("[A-Za-z0-9._%-]+")) {
            throw new InputException(
                    "interface " + name,
                    "the name holds something else than letters of ASCII, digits, dots, _ and -",
                    "choose another name, e.g. lockstep0");
        }
    }

    /**
     * Clears {@code ifreq} and writes the interface's name at its start.
     *
     * @throws InputException where the kernel would refuse the name
     */
    static void putName(MemorySegment ifreq, String name) {
        checkName(name);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ifreq.fill((byte) 0);
        MemorySegment.copy(bytes, 0, ifreq, JAVA_BYTE, 0, bytes.length);
    }

    private static void check(int result, String name, String doing) {
        if (result >= 0) {
            return;
        }
        String fix = switch (-result) {
            case Errno.EPERM, Errno.EACCES -> TunSupport.PERMISSION_FIX;
            case Errno.ENODEV -> "name an interface that exists in this network namespace";
            case Errno.EINVAL -> "choose a value that the kernel takes (MTU 68 to 65535; 1280 or more for IPv6)";
            default -> "see netdevice(7)";
        };
        throw new EnvironmentException("interface " + name, doing + " failed: " + Errno.describe(-result), fix);
    }

    @Override
    public void close() {
        if (inet6 >= 0) {
            Libc.close(errno, inet6);
        }
        Libc.close(errno, inet);
        arena.close();
    }
}
