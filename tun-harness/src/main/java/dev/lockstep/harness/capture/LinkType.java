package dev.lockstep.harness.capture;

/** Numbers of link layers in capture files (tcpdump.org/linktypes.html), as far as this program reads them. */
public final class LinkType {

    /** BSD loopback: an address family of four bytes in the capturing machine's byte order. */
    public static final int NULL = 0;

    public static final int ETHERNET = 1;

    /** Starts with the IP header, version 4 or 6: what a TUN device carries and what {@link PcapngWriter} writes. */
    public static final int RAW = 101;

    /** OpenBSD loopback: the same as {@link #NULL} in network byte order. */
    public static final int LOOP = 108;

    /** {@code tcpdump -i any}. */
    public static final int LINUX_SLL = 113;

    public static final int IPV4 = 228;
    public static final int IPV6 = 229;

    /** {@code tcpdump -i any}, newer. */
    public static final int LINUX_SLL2 = 276;

    private static final int VLAN = 0x8100;
    private static final int PROVIDER_VLAN = 0x88a8;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;

    private LinkType() {}

    /**
     * How many bytes of link header there are before the IP header.
     *
     * @param linkType one of the numbers above, or any other
     * @param frame the captured bytes
     * @return bytes to skip, or -1 where the frame holds no IP, is too short, or has a link layer unknown here
     */
    public static int headerLength(int linkType, byte[] frame) {
        return switch (linkType) {
            case RAW, IPV4, IPV6 -> frame.length > 0 ? 0 : -1;
            case NULL, LOOP -> frame.length > 4 ? 4 : -1;
            case ETHERNET -> ethernet(frame, 12);
            case LINUX_SLL -> isIp(frame, 14) ? 16 : -1;
            case LINUX_SLL2 -> isIp(frame, 0) ? 20 : -1;
            default -> -1;
        };
    }

    private static int ethernet(byte[] frame, int typeAt) {
        int at = typeAt;
        for (int tags = 0; tags < 3; tags++, at += 4) {
            if (isIp(frame, at)) {
                return at + 2;
            }
            int type = etherType(frame, at);
            if (type != VLAN && type != PROVIDER_VLAN) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isIp(byte[] frame, int at) {
        int type = etherType(frame, at);
        return type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6;
    }

    private static int etherType(byte[] frame, int at) {
        return at + 2 > frame.length ? -1 : (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
    }
}
