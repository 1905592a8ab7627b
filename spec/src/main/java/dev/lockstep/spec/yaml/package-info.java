/**
 * YAML as Lockstep wants it: every scalar a string, every node with its place, nothing else of YAML's riches. Hostile files
 * cost bounded time and memory and end in a diagnostic, never in an exception.
 */
package dev.lockstep.spec.yaml;
