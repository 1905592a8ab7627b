package dev.lockstep.harness.tun;

import dev.lockstep.harness.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Settings of the kernel's network stack, in the network namespace of the calling thread: the machine's own are not
 * touched, and these go with the namespace.
 */
public final class Sysctl {

    private static final Path ROOT = Path.of("/proc/sys");

    private Sysctl() {}

    /**
     * Sets one.
     *
     * @param name with dots or, where an interface's name holds dots, with slashes: {@code net.ipv4.tcp_sack}
     * @throws EnvironmentException where this kernel has no such setting, or does not let it be changed here
     */
    public static void set(String name, String value) {
        try {
            Files.writeString(file(name), value);
        } catch (NoSuchFileException missing) {
            throw new EnvironmentException("sysctl " + name, "this kernel has no such setting", "use a newer kernel");
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "sysctl " + name,
                    "setting it to " + value + " failed: " + refused.getMessage(),
                    "in a container mount /proc/sys writable (--privileged); elsewhere run in a namespace of your own");
        }
    }

    /**
     * Reads one.
     *
     * @throws EnvironmentException where this kernel has no such setting
     */
    public static String get(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException refused) {
            throw new EnvironmentException("sysctl " + name, "it cannot be read", "use a newer kernel");
        }
    }

    /**
     * Has the kernel answer each packet the same way each time: challenge acknowledgements and answers to invalid
     * segments are not rationed (RFC 5961, section 7, allows rationing), and IPv6 keeps silent on the interface.
     */
    public static void makeRepeatable(String interfaceName) {
        set("net.ipv4.tcp_invalid_ratelimit", "0");
        set("net.ipv4.tcp_challenge_ack_limit", String.valueOf(Integer.MAX_VALUE));
        quietIpv6(interfaceName);
    }

    /** Keeps the kernel from greeting neighbours over IPv6 on an interface of ours: the stack speaks IPv4. */
    public static void quietIpv6(String interfaceName) {
        // IPv6 may be switched off altogether, and a container may have /proc/sys read-only: then there is some noise.
        if (Files.isWritable(file("net/ipv6/conf/" + interfaceName + "/disable_ipv6"))) {
            set("net/ipv6/conf/" + interfaceName + "/disable_ipv6", "1");
        }
    }

    private static Path file(String name) {
        return ROOT.resolve(name.contains("/") ? name : name.replace('.', '/'));
    }
}
