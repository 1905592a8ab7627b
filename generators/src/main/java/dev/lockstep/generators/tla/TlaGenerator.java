package dev.lockstep.generators.tla;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.template.Templates;
import dev.lockstep.spec.model.Protocol;
import java.util.List;
import java.util.Set;

/** TLA+ for protocols. */
public final class TlaGenerator {

    private TlaGenerator() {}

    /**
     * The protocol's module, {@code Tcp.tla} for {@code tcp}, with nothing left out but times. It extends {@code TcpMechanism},
     * which is written by hand. A protocol without states has no behaviour over time that a model could check, and no module.
     */
    public static List<GeneratedFile> generate(Protocol protocol) {
        return protocol.states().isEmpty() ? List.of() : List.of(module(protocol, new Abstraction(Set.of())));
    }

    static GeneratedFile module(Protocol protocol, Abstraction abstraction) {
        String text = new Templates(TlaGenerator.class, "protocol.stg")
                .render("protocol", "m", new ProtocolModule(protocol, abstraction).view());
        return new GeneratedFile(ProtocolModule.name(protocol) + ".tla", text);
    }
}
