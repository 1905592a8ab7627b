package dev.lockstep.harness.tour;

import dev.lockstep.harness.ladder.Side;
import dev.lockstep.stack.tcp.table.Control;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What lies between the two hosts: a way of a fixed length, on which mishaps happen to the packets that a story chooses. */
final class Wire {

    /** Asked for a packet that is just being sent; happens once. */
    private static final class Mishap {
        private final Predicate<Packet> chosen;
        private final long extraNanos;
        private int before;

        /** @param nth which of those that are chosen, from 1 on; @param extraNanos how much longer it takes, or NEVER */
        Mishap(Predicate<Packet> chosen, int nth, long extraNanos) {
            this.chosen = chosen;
            this.before = nth;
            this.extraNanos = extraNanos;
        }

        boolean befalls(Packet packet) {
            return before > 0 && chosen.test(packet) && --before == 0;
        }
    }

    private record Flight(Packet packet, long arrivesNanos) {}

    static final long NEVER = Long.MAX_VALUE;

    private final long latencyNanos;
    private final Consumer<Packet> lost;
    private final List<Mishap> mishaps = new ArrayList<>();
    private final PriorityQueue<Flight> flights = new PriorityQueue<>(
            Comparator.comparingLong(Flight::arrivesNanos).thenComparingInt(flight -> flight.packet.id()));

    /** @param lost hears of each packet that does not arrive */
    Wire(long latencyNanos, Consumer<Packet> lost) {
        this.latencyNanos = latencyNanos;
        this.lost = lost;
    }

    /** The {@code nth} packet from now on for which {@code chosen} holds does not arrive. */
    void lose(Predicate<Packet> chosen, int nth) {
        mishaps.add(new Mishap(chosen, nth, NEVER));
    }

    /** It arrives so much later, perhaps after others. */
    void delay(Predicate<Packet> chosen, int nth, long extraNanos) {
        mishaps.add(new Mishap(chosen, nth, extraNanos));
    }

    void carry(Packet packet) {
        long extra = 0;
        for (Mishap mishap : mishaps) {
            if (mishap.befalls(packet)) {
                extra = mishap.extraNanos;
            }
        }
        if (extra == NEVER) {
            lost.accept(packet);
        } else {
            flights.add(new Flight(packet, packet.sentNanos() + latencyNanos + extra));
        }
    }

    /** When the next packet arrives, or {@link #NEVER}. */
    long nextArrivalNanos() {
        return flights.isEmpty() ? NEVER : flights.peek().arrivesNanos;
    }

    /** The packet that arrives next; it is no longer on the way. */
    Packet arrive() {
        return flights.remove().packet;
    }

    /** Chooses packets with text from one side. */
    static Predicate<Packet> text(Side from) {
        return packet -> packet.from() == from && packet.textLength() > 0;
    }

    /** Chooses packets from one side that have this control bit. */
    static Predicate<Packet> control(Side from, int bit) {
        return packet -> packet.from() == from && (packet.control() & bit) != 0;
    }

    /** Chooses packets from one side that have neither text nor another control bit than ACK. */
    static Predicate<Packet> bare(Side from) {
        return packet -> packet.from() == from && packet.textLength() == 0 && packet.control() == Control.ACK;
    }
}
