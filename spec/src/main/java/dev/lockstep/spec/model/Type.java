package dev.lockstep.spec.model;

import java.util.List;

/** The types of the language. Every expression has exactly one. */
public sealed interface Type {

    /** The types that need no declaration. */
    enum Simple implements Type {
        /** A sequence number, 32 bits, compared modulo 2^32 (RFC 9293 3.4). */
        SEQ,
        /** A number of bytes (sequence space); the difference of two sequence numbers. */
        SIZE,
        /** A number of things that are not bytes: segments, retries. */
        COUNT,
        /** A span of time in milliseconds. */
        DURATION,
        /** A point in time in milliseconds since an arbitrary origin. */
        INSTANT,
        /** True or false; segment control bits are flags. */
        FLAG,
        /** A set of disjoint sequence intervals: reassembly, scoreboard. */
        RANGES,
        /** The state of the control block. */
        STATE;

        /** The word used in tables and messages. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One of the named values declared under {@code enums:}. */
    record Enumeration(String name, List<String> values) implements Type {
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    /** A set of the named values of an enumeration: the control bits of a segment that is sent. */
    record SetOf(Enumeration of) implements Type {}

    /** The word used in tables and messages. */
    static String word(Type type) {
        return switch (type) {
            case Simple simple -> simple.word();
            case Enumeration enumeration -> enumeration.name();
            case SetOf set -> "set of " + set.of().name();
        };
    }
}
