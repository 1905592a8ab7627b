package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.List;
import java.util.Optional;

/** Reads the timing assumptions of a model. */
final class ExpiryReader {

    private static final List<String> TIMER_KEYS = List.of("when", "peer-has-not", "early", "fairness");

    private final Shape shape;
    private final Protocol protocol;
    private final int faults;

    ExpiryReader(Shape shape, Protocol protocol, int faults) {
        this.shape = shape;
        this.protocol = protocol;
        this.faults = faults;
    }

    /** A timer that the model does not name expires whenever it is armed. */
    List<Expiry> read(Keys keys) {
        var entries = keys.entries("timers");
        entries.forEach(entry -> timer(entry.key()));
        return protocol.timers().stream()
                .map(timer -> entries.stream()
                        .filter(entry -> entry.key().text().equals(timer.name()))
                        .findFirst()
                        .flatMap(entry -> shape.mapping(entry.value()))
                        .map(mapping -> expiry(timer, mapping))
                        .orElse(new Expiry(timer, false, false, List.of(), false, false)))
                .toList();
    }

    private Expiry expiry(Timer timer, Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a timing assumption", TIMER_KEYS);
        boolean early =
                keys.word("early", List.of("fault", "never")).orElse("never").equals("fault");
        if (early && faults == 0) {
            neverHappens(shape, keys.placeOf("early"), "early: fault");
        }
        String when = keys.word("when", List.of("quiet", "died-out", "any")).orElse("any");
        return new Expiry(
                timer,
                !when.equals("any"),
                when.equals("died-out"),
                keys.texts("peer-has-not").orElse(List.of()).stream()
                        .flatMap(name -> timer(name).stream())
                        .toList(),
                early,
                keys.word("fairness", List.of("weak", "strong")).orElse("weak").equals("strong"));
    }

    private Optional<Timer> timer(Scalar name) {
        Optional<Timer> found = protocol.timers().stream()
                .filter(timer -> timer.name().equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            shape.report(
                    name.place(),
                    Code.UNKNOWN_TIMER,
                    "there is no timer `" + name.text() + "`",
                    Spelling.advice(
                            name.text(),
                            protocol.timers().stream().map(Timer::name).toList()));
        }
        return found;
    }

    /** What costs a fault can never happen where there is none. */
    static void neverHappens(Shape shape, Place place, String what) {
        shape.report(
                place,
                Code.MODEL_WITHOUT_FAULTS,
                "`" + what + "` costs a fault, and this model has none",
                "give the model `faults: 1`, or take this away");
    }
}
