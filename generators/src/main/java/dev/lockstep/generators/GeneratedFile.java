package dev.lockstep.generators;

/**
 * A file in memory. Generators are pure: whoever called decides where it goes.
 *
 * @param path relative, with {@code /}
 * @param text whole, with a line end after the last line
 */
public record GeneratedFile(String path, String text) {}
