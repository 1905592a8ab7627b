package dev.lockstep.stack.wire;

/** IPv4 addresses as the {@code int} with the same 32 bits, most significant first: 10.0.0.1 is {@code 0x0a000001}. */
public final class Ipv4Address {

    private static final int LIMITED_BROADCAST = -1;

    private Ipv4Address() {}

    /**
     * Reads {@code 10.0.0.1}: four decimal numbers, each 0 to 255, without leading zeros (which some read as octal).
     *
     * @throws IllegalArgumentException if the text is no address
     */
    public static int parse(String text) {
        String[] parts = text.split("\\.", -1);
        boolean wellFormed = parts.length == 4;
        int address = 0;
        for (String part : parts) {
            wellFormed &= part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) <= 255;
            address = wellFormed ? address << 8 | Integer.parseInt(part) : 0;
        }
        if (!wellFormed) {
            throw new IllegalArgumentException("not an IPv4 address: " + text);
        }
        return address;
    }

    /** Writes an address with dots. */
    public static String toString(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    /**
     * Whether an address cannot be that of one host: 0.0.0.0, a multicast address, the limited broadcast address or
     * the broadcast address of a network (RFC 1122 §3.2.1.3).
     *
     * @param network an address in that network
     * @param prefix its prefix length, 0 to 32; networks of 31 or 32 bits have no broadcast address (RFC 3021)
     */
    public static boolean notOneHost(int address, int network, int prefix) {
        if (address == 0 || address == LIMITED_BROADCAST || address >>> 28 == 0xe) {
            return true;
        }
        int hosts = prefix > 30 ? 0 : -1 >>> prefix;
        return hosts != 0 && (address & ~hosts) == (network & ~hosts) && (address & hosts) == hosts;
    }
}
