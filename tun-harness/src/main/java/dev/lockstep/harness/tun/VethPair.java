package dev.lockstep.harness.tun;

/**
 * Two namespaces of this process joined by virtual Ethernet: the kernel talks to the kernel, which is what a stack's
 * figures are compared with. Goes when either namespace goes.
 *
 * @param here name of the interface in the first namespace
 * @param there name of the interface in the second
 */
public record VethPair(String here, String there) {

    /**
     * Joins them and sets both ends up.
     *
     * @param first where {@code firstAddress} lives
     * @param second where {@code secondAddress} lives; both addresses of one network
     * @param mtu largest datagram in bytes
     * @throws dev.lockstep.harness.EnvironmentException where the kernel has no veth, or the permission is lacking
     */
    public static VethPair join(
            NetworkNamespace first, Cidr firstAddress, NetworkNamespace second, Cidr secondAddress, int mtu)
            throws Exception {
        VethPair pair = new VethPair("veth0", "veth1");
        first.call(() -> {
            try (RouteNetlink netlink = new RouteNetlink()) {
                netlink.vethPair(pair.here, pair.there, second);
            }
            return configure(pair.here, firstAddress, mtu);
        });
        second.call(() -> configure(pair.there, secondAddress, mtu));
        return pair;
    }

    private static Void configure(String name, Cidr address, int mtu) {
        try (InterfaceControl control = new InterfaceControl()) {
            control.mtu(name, mtu);
            control.address(name, address);
            control.up(name);
        }
        return null;
    }
}
