package dev.lockstep.harness.up;

import dev.lockstep.harness.InputException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whom {@code --connect} opens a connection to.
 *
 * @param address of the other side
 * @param port of the other side, 1 to 65535
 */
public record Target(Inet4Address address, int port) {

    /**
     * Reads {@code HOST:PORT}. The host is an IPv4 address or a name that this machine can resolve: the stack itself
     * asks no name server.
     */
    public static Target parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || text.indexOf(':') != colon) {
            throw refused(text, "not HOST:PORT");
        }
        int port;
        try {
            port = Integer.parseInt(text.substring(colon + 1));
        } catch (NumberFormatException letters) {
            throw refused(text, "the port is not a number");
        }
        if (port < 1 || port > 65_535) {
            throw refused(text, "there is no port " + port);
        }
        Inet4Address address = resolve(text, text.substring(0, colon));
        if (address.isLoopbackAddress()) {
            throw new InputException(
                    "--connect " + text,
                    address.getHostAddress() + " is this machine to itself, and cannot be reached over an interface",
                    "name the kernel's end of it, e.g. --connect 10.77.0.1:" + port);
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || (address.getAddress()[0] & 0xF0) == 0xF0) {
            throw refused(text, "no address of a single host");
        }
        return new Target(address, port);
    }

    private static Inet4Address resolve(String text, String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(Inet4Address.class::isInstance)
                    .map(Inet4Address.class::cast)
                    .findFirst()
                    .orElseThrow(() -> refused(text, "the host has no IPv4 address, and the stack speaks IPv4"));
        } catch (UnknownHostException unknown) {
            throw refused(text, "no host of that name is known");
        }
    }

    private static InputException refused(String text, String what) {
        return new InputException("--connect " + text, what, "write e.g. --connect 192.0.2.1:80");
    }

    @Override
    public String toString() {
        return address.getHostAddress() + ":" + port;
    }
}
