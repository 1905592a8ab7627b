package dev.lockstep.spec.models;

import dev.lockstep.spec.check.PropertyChecker;
import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the segments that a model forges. */
final class ForgeryReader {

    private static final List<String> KEYS = List.of("SEQ", "ACK", "CTL", "LEN", "in");

    /** More text would only reach beyond a model's window. */
    private static final List<String> LENGTHS = List.of("1", "2", "3", "4");

    private final Shape shape;
    private final Protocol protocol;
    private final PropertyChecker checker;
    private final List<String> control;

    ForgeryReader(Shape shape, Protocol protocol, PropertyChecker checker) {
        this.shape = shape;
        this.protocol = protocol;
        this.checker = checker;
        this.control = protocol.enums().stream()
                .filter(type -> type.name().equals("control"))
                .flatMap(type -> type.values().stream())
                .toList();
    }

    List<Forgery> read(List<Node> items) {
        var all = new ArrayList<Forgery>();
        for (Node item : items) {
            shape.mapping(item).flatMap(this::forgery).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Forgery> forgery(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a forged segment", KEYS);
        Optional<Expr> seq = keys.requiredExpression("SEQ").flatMap(syntax -> checker.value(syntax, Type.Simple.SEQ));
        Optional<Expr> ack = keys.has("ACK")
                ? keys.expression("ACK").flatMap(syntax -> checker.value(syntax, Type.Simple.SEQ))
                : Optional.of(new Expr.Number(0, Type.Simple.SEQ, mapping.place()));
        List<String> bits = keys.texts("CTL").orElse(List.of()).stream()
                .filter(this::isControl)
                .map(Scalar::text)
                .toList();
        int text = keys.word("LEN", LENGTHS).map(Integer::parseInt).orElse(0);
        List<State> states = keys.texts("in").map(checker::states).orElse(protocol.states());
        return seq.flatMap(number ->
                ack.map(acknowledged -> new Forgery(number, acknowledged, bits, text, states, mapping.place())));
    }

    private boolean isControl(Scalar bit) {
        boolean known = control.contains(bit.text());
        if (!known) {
            shape.report(
                    bit.place(),
                    Code.UNKNOWN_WORD,
                    "there is no control bit `" + bit.text() + "`",
                    Spelling.advice(bit.text(), control));
        }
        return known;
    }
}
