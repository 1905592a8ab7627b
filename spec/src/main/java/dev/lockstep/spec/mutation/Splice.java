package dev.lockstep.spec.mutation;

/**
 * A change of a text.
 *
 * @param offset where it begins, in chars
 * @param length how much goes
 * @param replacement what comes instead
 * @param words what changes, for people
 */
record Splice(Kind kind, int offset, int length, String replacement, String words) {

    String in(String text) {
        return text.substring(0, offset) + replacement + text.substring(offset + length);
    }
}
