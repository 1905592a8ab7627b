package dev.lockstep.spec.requirements;

import dev.lockstep.spec.diagnostic.Place;
import java.util.List;

/**
 * One requirement of an RFC, and what has become of it.
 *
 * @param id {@code MUST-36}, or {@code U-3.10.7.4-1} for a sentence that has no number in the RFC
 * @param section of the RFC
 * @param feature as Appendix B has it
 * @param says what it demands, in our words
 * @param note a reading, where the text leaves one open
 */
public record Requirement(
        String id, Level level, String section, String feature, String says, Answer answer, String note, Place place) {

    /** What keeps it, as far as it is kept. */
    public Kept kept() {
        return switch (answer) {
            case Kept all -> all;
            case Open open -> open.soFar();
            case NotOurs no -> Kept.NOTHING;
        };
    }

    /** The words of RFC 2119, and the RFC's own REC. */
    public enum Level {
        MUST("MUST"),
        MUST_NOT("MUST NOT"),
        SHOULD("SHOULD"),
        SHOULD_NOT("SHOULD NOT"),
        MAY("MAY"),
        RECOMMENDED("REC");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** As it stands in the RFC. */
        public String word() {
            return word;
        }
    }

    /** What has become of a requirement. */
    public sealed interface Answer {}

    /**
     * It is kept.
     *
     * @param tables rows by their ids, and other entries of the tables by their names
     * @param mechanism classes written by hand, by their simple names
     * @param claims of the models, by their ids
     * @param tests {@code Class.method}: these fail if it is broken
     */
    public record Kept(List<String> tables, List<String> mechanism, List<String> claims, List<String> tests)
            implements Answer {

        static final Kept NOTHING = new Kept(List.of(), List.of(), List.of(), List.of());

        public Kept {
            tables = List.copyOf(tables);
            mechanism = List.copyOf(mechanism);
            claims = List.copyOf(claims);
            tests = List.copyOf(tests);
        }
    }

    /** It is not for us, for a reason. */
    public record NotOurs(String reason) implements Answer {}

    /**
     * It is still to be done.
     *
     * @param missing what
     * @param soFar what is there already
     */
    public record Open(String missing, Kept soFar) implements Answer {}
}
