package dev.lockstep.harness.tun;

import dev.lockstep.harness.InputException;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a TUN device is opened.
 *
 * @param name interface name of at most 15 bytes; {@code %d} in it lets the kernel number it
 * @param mtu largest IP datagram in bytes, 68 to 65535 (Linux takes 1280 or more where IPv6 is to run)
 * @param txQueueLength packets that the kernel keeps for a slow reader; beyond it drops them
 * @param vnetHeader whether each packet carries a {@link VnetHeader}, which offloads need
 * @param offloads what the kernel may leave to us; empty or with {@code vnetHeader}
 * @param multiQueue whether {@link TunDevice#openQueue} may add further queues, one per event loop
 * @param attach whether an existing, persistent interface is to be used instead of making a new one
 */
public record TunOptions(
        String name,
        int mtu,
        int txQueueLength,
        boolean vnetHeader,
        Set<Offload> offloads,
        boolean multiQueue,
        boolean attach) {

    /** What the kernel may hand over unfinished: linux/if_tun.h, TUN_F_*. */
    public enum Offload {
        /** Segments whose checksum holds only the pseudo-header's sum, and the rest is for the reader to know. */
        CHECKSUM(0x01),
        /** TCP super-segments of up to 64 KB over IPv4; needs CHECKSUM. */
        TSO4(0x02),
        /** The same over IPv6; needs CHECKSUM. */
        TSO6(0x04),
        /** Super-segments that carry ECN's CWR; needs TSO4 or TSO6. */
        TSO_ECN(0x08);

        final int flag;

        Offload(int flag) {
            this.flag = flag;
        }
    }

    private static final int SMALLEST_MTU = 68; // RFC 791
    private static final int LARGEST_MTU = 65535;

    public TunOptions {
        InterfaceControl.checkName(name);
        offloads = offloads.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(offloads));
        if (mtu < SMALLEST_MTU || mtu > LARGEST_MTU) {
            throw new InputException(
                    "mtu " + mtu, "not between " + SMALLEST_MTU + " and " + LARGEST_MTU + " bytes", "1500 is usual");
        }
        if (txQueueLength < 1) {
            throw new InputException("queue length " + txQueueLength, "less than one packet", "1000 is usual");
        }
        if (!offloads.isEmpty() && !vnetHeader) {
            throw new InputException(
                    "offloads " + offloads, "only a vnet header says what was offloaded", "set vnetHeader as well");
        }
    }

    /** A plain device: MTU 1500, no header, no offload, one queue, made new. */
    public static TunOptions named(String name) {
        return new TunOptions(name, 1500, 1000, false, Set.of(), false, false);
    }

    public TunOptions withMtu(int bytes) {
        return new TunOptions(name, bytes, txQueueLength, vnetHeader, offloads, multiQueue, attach);
    }

    public TunOptions withTxQueueLength(int packets) {
        return new TunOptions(name, mtu, packets, vnetHeader, offloads, multiQueue, attach);
    }

    /** The header alone, every packet still finished: what offloads are later added to. */
    public TunOptions withVnetHeader() {
        return new TunOptions(name, mtu, txQueueLength, true, offloads, multiQueue, attach);
    }

    public TunOptions withOffloads(Set<Offload> granted) {
        return new TunOptions(name, mtu, txQueueLength, true, granted, multiQueue, attach);
    }

    public TunOptions withMultiQueue() {
        return new TunOptions(name, mtu, txQueueLength, vnetHeader, offloads, true, attach);
    }

    /** Bytes before each packet on the descriptor. */
    int headerLength() {
        return vnetHeader ? VnetHeader.LENGTH : 0;
    }

    int offloadFlags() {
        int flags = 0;
        for (Offload offload : offloads) {
            flags |= offload.flag;
        }
        return flags;
    }
}
