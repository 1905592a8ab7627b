package dev.lockstep.harness.tun;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.lockstep.harness.EnvironmentException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * What ioctl(2) cannot set, or not in a user namespace: routes with metrics, queue lengths, pairs of virtual Ethernet
 * interfaces. Speaks rtnetlink(7) in the network namespace of the thread that made it; for use by one thread.
 */
public final class RouteNetlink implements AutoCloseable {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int NETLINK_ROUTE = 0;

    private static final int NLM_F_REQUEST = 0x1;
    private static final int NLM_F_ACK = 0x4;
    private static final int NLM_F_REPLACE = 0x100;
    private static final int NLM_F_EXCL = 0x200;
    private static final int NLM_F_CREATE = 0x400;
    private static final short NLMSG_ERROR = 2;

    private static final int RTM_NEWLINK = 16;
    private static final int RTM_DELLINK = 17;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_TXQLEN = 13;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_NET_NS_PID = 19;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;

    private static final int RTM_NEWROUTE = 24;
    private static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_STATIC = 4;
    private static final int RT_SCOPE_UNIVERSE = 0;
    private static final int RT_SCOPE_LINK = 253;
    private static final int RTN_UNICAST = 1;
    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;
    private static final int RTA_METRICS = 8;
    private static final int RTAX_INITCWND = 11;
    private static final int RTAX_RTO_MIN = 13;
    private static final int RTAX_QUICKACK = 15;

    private static final int ROOM = 4096;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment errno = Libc.errnoLayout(arena);
    private final MemorySegment buffer = arena.allocate(ROOM, 8);
    private final int fd;

    /** @throws EnvironmentException where the kernel offers no rtnetlink */
    public RouteNetlink() {
        fd = Libc.socket(errno, AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
        if (fd < 0) {
            arena.close();
            throw new EnvironmentException(
                    "socket(AF_NETLINK)",
                    Errno.describe(-fd),
                    "allow netlink sockets (a seccomp filter may forbid them)");
        }
    }

    /** @param packets how many packets the interface keeps for a slow taker */
    public void txQueueLength(int index, int packets) {
        NetlinkMessage request = new NetlinkMessage(buffer, RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK)
                .interfaceInfo(index)
                .attribute(IFLA_TXQLEN, packets);
        send(request, "interface number " + index, "setting its queue length to " + packets);
    }

    /** Deletes the interface; of a veth pair the other end goes with it. */
    public void delete(int index) {
        NetlinkMessage request =
                new NetlinkMessage(buffer, RTM_DELLINK, NLM_F_REQUEST | NLM_F_ACK).interfaceInfo(index);
        send(request, "interface number " + index, "deleting it");
    }

    /**
     * Makes a pair of virtual Ethernet interfaces, one here and one in another namespace of this process.
     *
     * @param here name of the near end
     * @param there name of the far end
     * @param peer where the far end goes
     */
    public void vethPair(String here, String there, NetworkNamespace peer) {
        NetlinkMessage request = new NetlinkMessage(
                        buffer, RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL)
                .interfaceInfo(0)
                .attribute(IFLA_IFNAME, here);
        int info = request.beginNest(IFLA_LINKINFO);
        request.attribute(IFLA_INFO_KIND, "veth");
        int data = request.beginNest(IFLA_INFO_DATA);
        int far = request.beginNest(VETH_INFO_PEER);
        request.interfaceInfo(0).attribute(IFLA_IFNAME, there).attribute(IFLA_NET_NS_PID, peer.keeperId());
        request.endNest(far).endNest(data).endNest(info);
        send(request, "interfaces " + here + " and " + there, "making a veth pair");
    }

    /**
     * Routes a network to an interface, in place of the route that its address brought.
     *
     * @param network whose bits after the prefix are ignored; prefix 0 makes a default route
     * @param index of the interface
     */
    public void route(Cidr network, int index, RouteMetrics metrics) {
        boolean four = network.address() instanceof Inet4Address;
        NetlinkMessage request = new NetlinkMessage(
                        buffer, RTM_NEWROUTE, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE)
                .bytes(
                        four ? AF_INET : AF_INET6,
                        network.prefix(),
                        0,
                        0,
                        RT_TABLE_MAIN,
                        RTPROT_STATIC,
                        four ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE,
                        RTN_UNICAST,
                        0, // flags, four bytes
                        0,
                        0,
                        0);
        if (network.prefix() > 0) {
            request.attribute(RTA_DST, masked(network.address(), network.prefix()));
        }
        request.attribute(RTA_OIF, index);
        int nest = request.beginNest(RTA_METRICS);
        if (metrics.quickAck()) {
            request.attribute(RTAX_QUICKACK, 1);
        }
        if (!metrics.minimumTimeout().isZero()) {
            request.attribute(RTAX_RTO_MIN, (int) metrics.minimumTimeout().toMillis());
        }
        if (metrics.initialWindow() > 0) {
            request.attribute(RTAX_INITCWND, metrics.initialWindow());
        }
        request.endNest(nest);
        send(request, "route to " + network, "setting it");
    }

    private static byte[] masked(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return bytes;
    }

    private void send(NetlinkMessage request, String place, String doing) {
        int length = request.finish();
        long sent = Libc.write(errno, fd, buffer.address(), length);
        int result = sent < 0 ? (int) sent : acknowledgement();
        if (result < 0) {
            String fix = result == -Errno.EPERM ? TunSupport.PERMISSION_FIX : "see rtnetlink(7)";
            throw new EnvironmentException(place, doing + " failed: " + Errno.describe(-result), fix);
        }
    }

    /** Reads the kernel's answer, an NLMSG_ERROR with 0 or {@code -errno} in it. */
    private int acknowledgement() {
        long received = Libc.read(errno, fd, buffer.address(), ROOM);
        if (received < 0) {
            return (int) received;
        }
        if (received < 20 || buffer.get(JAVA_SHORT_UNALIGNED, 4) != NLMSG_ERROR) {
            return -Errno.EIO;
        }
        return buffer.get(JAVA_INT_UNALIGNED, 16);
    }

    @Override
    public void close() {
        Libc.close(errno, fd);
        arena.close();
    }
}
