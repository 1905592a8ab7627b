package dev.lockstep.harness.up;

import dev.lockstep.harness.InputException;
import dev.lockstep.harness.tun.Cidr;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The network between the stack and the kernel: two addresses in one prefix.
 *
 * @param stack the stack's own address
 * @param kernel the address of the kernel's end
 * @param prefix leading bits that both share
 */
public record Subnet(Inet4Address stack, Inet4Address kernel, int prefix) {

    private static final String EXAMPLE =
            "write e.g. --address 10.77.0.2/24, and --peer 10.77.0.1 for the kernel's end";

    /**
     * @param address what {@code --address} gave, the stack's address with its prefix
     * @param peer what {@code --peer} gave, or null for the network's first address that is free
     */
    public static Subnet of(String address, String peer) {
        Cidr cidr = parse(address);
        if (!(cidr.address() instanceof Inet4Address stack)) {
            throw refused(address, "the stack speaks IPv4 so far");
        }
        int own = number(stack);
        if (!address.startsWith(stack.getHostAddress())) { // InetAddress reads 10.77.2 as 10.77.0.2, and 010 as 10
            throw refused(address, "an IPv4 address is four numbers of 0 to 255 without zeros before them");
        }
        if (!address.contains("/") || cidr.prefix() > 31) {
            throw refused(address, "a network with room for two addresses is needed: a prefix of 31 or less");
        }
        if (cidr.prefix() < 8) {
            throw refused(address, "a prefix of " + cidr.prefix() + " takes in networks that are not yours");
        }
        if (stack.isMulticastAddress() || stack.isLoopbackAddress() || stack.getAddress()[0] == 0) {
            throw refused(address, "no address that a host may have on a link");
        }
        if (!isHost(own, cidr.prefix())) {
            throw refused(address, "this is the network's own number or its broadcast address");
        }
        Inet4Address kernel = peer == null ? beside(own, cidr.prefix()) : peer(peer, own, cidr.prefix());
        return new Subnet(stack, kernel, cidr.prefix());
    }

    private static Cidr parse(String address) {
        try {
            return Cidr.parse(address);
        } catch (InputException unreadable) {
            throw refused(address, unreadable.what());
        }
    }

    private static Inet4Address peer(String text, int own, int prefix) {
        InetAddress parsed;
        try {
            parsed = InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException letters) {
            throw new InputException("--peer " + text, "not an IPv4 address", EXAMPLE);
        }
        if (!(parsed instanceof Inet4Address kernel)) {
            throw new InputException("--peer " + text, "the stack speaks IPv4 so far", EXAMPLE);
        }
        int number = number(kernel);
        if (number == own || network(number, prefix) != network(own, prefix) || !isHost(number, prefix)) {
            throw new InputException(
                    "--peer " + text, "not another host's address in the network of --address", EXAMPLE);
        }
        return kernel;
    }

    /** The first host of the network that is not the stack. */
    private static Inet4Address beside(int own, int prefix) {
        int first = network(own, prefix) + (prefix == 31 ? 0 : 1);
        return address(first == own ? own + 1 : first);
    }

    /** In a /31 both addresses are hosts (RFC 3021). */
    private static boolean isHost(int number, int prefix) {
        int host = number & ~mask(prefix);
        return prefix == 31 || (host != 0 && host != ~mask(prefix));
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    private static int network(int number, int prefix) {
        return number & mask(prefix);
    }

    /** The kernel's end as it is configured. */
    public Cidr kernelSide() {
        return new Cidr(kernel, prefix);
    }

    /** Whether another network has addresses in common with this one. */
    public boolean overlaps(int otherNetwork, int otherPrefix) {
        int shorter = Math.min(prefix, otherPrefix);
        return network(number(stack), shorter) == network(otherNetwork, shorter);
    }

    /** An address as the stack counts: four bytes, the first one highest. */
    public static int number(Inet4Address address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }

    private static Inet4Address address(int number) {
        try {
            return (Inet4Address) InetAddress.getByAddress(
                    ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an address", impossible);
        }
    }

    private static InputException refused(String address, String what) {
        return new InputException("--address " + address, what, EXAMPLE);
    }

    @Override
    public String toString() {
        return stack.getHostAddress() + "/" + prefix;
    }
}
