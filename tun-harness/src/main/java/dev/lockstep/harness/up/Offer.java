package dev.lockstep.harness.up;

import dev.lockstep.harness.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the stack serves on one TCP port. */
public sealed interface Offer {

    /** The TCP port it listens on. */
    int port();

    /** What people call it. */
    String name();

    /** Sends back what it gets (RFC 862). */
    record Echo(int port) implements Offer {
        @Override
        public String name() {
            return "echo";
        }
    }

    /** Throws away what it gets (RFC 863). */
    record Discard(int port) implements Offer {
        @Override
        public String name() {
            return "discard";
        }
    }

    /** Sends characters until the other side has had enough (RFC 864). */
    record Chargen(int port) implements Offer {
        @Override
        public String name() {
            return "chargen";
        }
    }

    /**
     * Serves the files of a folder.
     *
     * @param folder exists and can be read
     */
    record Http(int port, Path folder) implements Offer {
        @Override
        public String name() {
            return "http";
        }
    }

    List<String> NAMES = List.of("echo", "discard", "chargen", "http");

    /**
     * Reads what stood behind {@code --serve}.
     *
     * @param words the service's name, and for {@code http} the folder
     * @param port what {@code --port} gave, or null for the service's usual one
     * @throws InputException where one of them cannot be used
     */
    static Offer parse(List<String> words, Integer port) {
        String name = words.getFirst();
        if (!NAMES.contains(name)) {
            throw new InputException(
                    "--serve " + name, "no such service", "there are echo, discard, chargen and http DIR");
        }
        boolean wantsFolder = "http".equals(name);
        if (wantsFolder != (words.size() == 2) || words.getLast().isEmpty()) {
            throw new InputException(
                    "--serve " + String.join(" ", words),
                    wantsFolder ? "the folder to serve is missing" : name + " takes nothing more",
                    wantsFolder ? "--serve http DIR" : "each service has a --serve of its own");
        }
        return switch (name) {
            case "echo" -> new Echo(port(name, port, 7));
            case "discard" -> new Discard(port(name, port, 9));
            case "chargen" -> new Chargen(port(name, port, 19));
            default -> new Http(port(name, port, 80), folder(words.getLast()));
        };
    }

    private static int port(String name, Integer chosen, int usual) {
        if (chosen == null) {
            return usual;
        }
        if (chosen < 1 || chosen > 65_535) {
            throw new InputException(
                    "--serve " + name + " --port " + chosen,
                    "no such port",
                    "ports are 1 to 65535; " + name + " has " + usual);
        }
        return chosen;
    }

    private static Path folder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            String what = !Files.exists(folder)
                    ? "no such folder"
                    : Files.isDirectory(folder) ? "this user may not read it" : "not a folder";
            throw new InputException("--serve http " + name, what, "name a folder whose files are to be served");
        }
        return folder.toAbsolutePath().normalize();
    }
}
