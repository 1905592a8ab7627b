package dev.lockstep.spec.proof;

/**
 * Z3 does not run on this machine.
 *
 * @param what one sentence
 * @param fix what to do about it
 * @param cause for whoever wants to see where
 */
public record MissingProver(String what, String fix, Throwable cause) {

    static MissingProver because(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new MissingProver(
                "Z3, which proves the tables, does not run on this machine: " + root.getMessage(),
                "Lockstep brings Z3 for Linux with glibc and for macOS (amd64, aarch64), and for Windows (amd64, x86);\n"
                        + "on Linux it needs libstdc++.so.6 (Debian, Ubuntu: apt-get install libstdc++6) and a folder for\n"
                        + "the cache from which libraries may be loaded (not mounted noexec)",
                fault);
    }
}
