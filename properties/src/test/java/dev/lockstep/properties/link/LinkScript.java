package dev.lockstep.properties.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.stack.link.Host;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A link to which named packets are offered at given milliseconds, and which writes down what comes out when: tests
 * read as packet traces, {@code "12ms b"}. Time goes from deadline to deadline, as a simulated world lets it.
 */
final class LinkScript {

    private static final long MILLI = 1_000_000;

    private final ImpairedLink link;
    private final List<String> trace = new ArrayList<>();
    private long now;

    LinkScript(String impairments, long seed) {
        link = new ImpairedLink(Impairment.parse(impairments), seed, this::arrived);
    }

    private void arrived(MemorySegment buffer, long offset, int length) {
        String name = new String(buffer.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE), UTF_8);
        trace.add(now / MILLI + "ms " + name.strip());
    }

    /** Offers packets at that instant, each holding its own name. */
    LinkScript at(long millis, String... names) {
        runUntil(millis * MILLI);
        for (String name : names) {
            send(name, name.length());
        }
        return this;
    }

    /** Offers one packet of that many bytes: its name and blanks. */
    LinkScript at(long millis, String name, int bytes) {
        runUntil(millis * MILLI);
        send(name, bytes);
        return this;
    }

    private void send(String name, int bytes) {
        // Surrounded by other bytes, so that an offset or a length that is off shows.
        byte[] memory = ("<<<<" + name + " ".repeat(bytes - name.length()) + ">>>>").getBytes(UTF_8);
        link.packet(MemorySegment.ofArray(memory), 4, bytes);
    }

    private void runUntil(long nanos) {
        while (link.nextDeadline() <= nanos) {
            now = link.nextDeadline();
            link.advance(now);
        }
        now = nanos;
        link.advance(now);
    }

    /** Lets time go on until nothing waits any more, and gives what arrived. */
    List<String> trace() {
        while (link.nextDeadline() != Host.NEVER) {
            now = link.nextDeadline();
            link.advance(now);
        }
        return trace;
    }

    LinkCounts counts() {
        return link.counts();
    }
}
