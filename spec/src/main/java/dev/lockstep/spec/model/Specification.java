package dev.lockstep.spec.model;

import java.util.List;

/** All checked protocols of a folder of tables, sorted by name. */
public record Specification(List<Protocol> protocols) {
    public Specification {
        protocols = List.copyOf(protocols);
    }

    /** @throws IllegalArgumentException when there is no such protocol */
    public Protocol protocol(String name) {
        return protocols.stream()
                .filter(protocol -> protocol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no protocol " + name));
    }
}
