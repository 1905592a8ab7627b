package dev.lockstep.harness.tun;

import dev.lockstep.harness.InputException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Objects;

/**
 * An interface address with the length of its network prefix, e.g. {@code 192.0.2.1/24} or {@code 2001:db8::1/64}.
 *
 * @param address the host's own address, IPv4 or IPv6
 * @param prefix leading bits that name the network: 0 to 32, or 0 to 128
 */
public record Cidr(InetAddress address, int prefix) {

    public Cidr {
        Objects.requireNonNull(address, "address");
        int most = bits(address);
        if (prefix < 0 || prefix > most) {
            throw new InputException(
                    address.getHostAddress() + "/" + prefix,
                    "the prefix length is not between 0 and " + most,
                    "write e.g. 192.0.2.1/24 or 2001:db8::1/64");
        }
    }

    /**
     * Reads {@code address/prefix}; without a prefix it is the full length. Never asks a name server.
     *
     * @throws InputException where the text is not an address literal with a prefix length
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        InetAddress address;
        int prefix;
        try {
            address = InetAddress.ofLiteral(host);
            prefix = slash < 0 ? bits(address) : Integer.parseInt(text.substring(slash + 1));
        } catch (IllegalArgumentException notAnAddress) {
            throw new InputException(
                    text, "not an address with a prefix length", "write e.g. 192.0.2.1/24 or 2001:db8::1/64");
        }
        return new Cidr(address, prefix);
    }

    /** The IPv4 netmask as four bytes in network order. */
    byte[] netmask() {
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        return new byte[] {(byte) (mask >> 24), (byte) (mask >> 16), (byte) (mask >> 8), (byte) mask};
    }

    private static int bits(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> 32;
            case Inet6Address six -> 128;
            default -> throw new IllegalArgumentException("unknown kind of address: " + address);
        };
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
