package dev.lockstep.spec.models;

import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists of claims. */
final class ClaimReader {

    static final List<String> LISTS = List.of("invariants", "steps", "liveness", "witnesses");

    private static final List<String> SHARED_KEYS = List.of("claims", "invariants", "steps", "liveness", "witnesses");
    private static final List<String> CLAIM_KEYS = List.of("id", "is");

    private final Shape shape;

    ClaimReader(Shape shape) {
        this.shape = shape;
    }

    /** A document that begins with {@code claims: NAME}. */
    Optional<RawClaims> shared(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a set of claims", SHARED_KEYS);
        return keys.requiredText("claims").map(name -> of(name.text(), keys));
    }

    /** The claims under the keys of a model or a set. */
    RawClaims of(String name, Keys keys) {
        return new RawClaims(
                name, list(keys, "invariants"), list(keys, "steps"), list(keys, "liveness"), list(keys, "witnesses"));
    }

    private List<RawClaims.One> list(Keys keys, String key) {
        var claims = new ArrayList<RawClaims.One>();
        for (Node item : keys.items(key)) {
            shape.mapping(item).flatMap(this::claim).ifPresent(claims::add);
        }
        return claims;
    }

    private Optional<RawClaims.One> claim(Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a claim", CLAIM_KEYS);
        Optional<Scalar> id = keys.requiredText("id");
        return keys.requiredExpression("is")
                .flatMap(is -> id.map(name -> new RawClaims.One(name, is, keys.prose("about"), keys.prose("rfc"))));
    }
}
