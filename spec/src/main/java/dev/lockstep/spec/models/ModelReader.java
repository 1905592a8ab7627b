package dev.lockstep.spec.models;

import dev.lockstep.spec.check.PropertyChecker;
import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.expr.Moments;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Profile;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.yaml.Keys;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads one model and checks its names and types. */
final class ModelReader {

    static final List<String> KEYS = List.of(
            "model",
            "title",
            "tier",
            "protocol",
            "modulus",
            "parameters",
            "abstract",
            "endpoints",
            "faults",
            "disturbances",
            "forged",
            "reports",
            "timers",
            "done",
            "claims",
            "invariants",
            "steps",
            "liveness",
            "witnesses",
            "distinct",
            DeepVariant.KEY);

    private final Shape shape;
    private final Diagnostics diagnostics;
    private final Specification specification;
    private final Map<String, RawClaims> shared;

    ModelReader(Shape shape, Diagnostics diagnostics, Specification specification, Map<String, RawClaims> shared) {
        this.shape = shape;
        this.diagnostics = diagnostics;
        this.specification = specification;
        this.shared = shared;
    }

    /** @param file the file's name without its ending, which the model has to share */
    Optional<Model> read(String file, Node.Mapping mapping) {
        Keys keys = shape.keys(mapping, "a model", KEYS);
        Optional<Scalar> name = keys.requiredText("model");
        name.filter(found -> !found.text().equals(file))
                .ifPresent(found -> shape.report(
                        found.place(),
                        Code.MALFORMED_NAME,
                        "this model is called `" + found.text() + "`, and its file `" + file + "`",
                        "give both one name"));
        Optional<Protocol> protocol = keys.requiredText("protocol").flatMap(this::protocol);
        return name.flatMap(found -> protocol.map(of -> new OfProtocol(of).model(found.text(), keys)));
    }

    private Optional<Protocol> protocol(Scalar name) {
        List<Protocol> known = specification.protocols().stream()
                .filter(protocol -> !protocol.states().isEmpty())
                .toList();
        Optional<Protocol> found = known.stream()
                .filter(protocol -> protocol.name().equals(name.text()))
                .findFirst();
        if (found.isEmpty()) {
            shape.report(
                    name.place(),
                    Code.UNKNOWN_NAME,
                    "there is no protocol `" + name.text() + "` with states",
                    Spelling.advice(
                            name.text(), known.stream().map(Protocol::name).toList()));
        }
        return found;
    }

    /** What a property may be about. */
    private enum Looks {
        AT_A_MOMENT,
        AT_A_STEP,
        AHEAD
    }

    /** What can be read once the protocol is known. */
    private final class OfProtocol {
        private final Protocol protocol;

        OfProtocol(Protocol protocol) {
            this.protocol = protocol;
        }

        Model model(String name, Keys keys) {
            Set<String> names = new HashSet<>(Set.of(Observables.EACH, Observables.OTHER));
            keys.entries("endpoints").forEach(entry -> names.add(entry.key().text()));
            var checker = new PropertyChecker(protocol, Observables.of(protocol), names, diagnostics);
            var endpoints = new EndpointReader(shape, protocol, checker);
            List<Variable> hidden = hidden(keys, endpoints);
            RawClaims claims = claims(name, keys, checker);
            int faults = faults(keys, endpoints);
            var model = new Model(
                    name,
                    keys.prose("title"),
                    keys.prose("about"),
                    keys.word("tier", List.of("default", "deep"))
                                    .orElse("default")
                                    .equals("deep")
                            ? Model.Tier.DEEP
                            : Model.Tier.DEFAULT,
                    protocol,
                    modulus(keys, endpoints),
                    parameters(keys, endpoints),
                    hidden,
                    endpoints(keys, endpoints),
                    faults,
                    disturbances(keys),
                    new ForgeryReader(shape, protocol, checker).read(keys.items("forged")),
                    new ReportReader(shape, protocol, checker).read(keys),
                    new ExpiryReader(shape, protocol, faults).read(keys),
                    done(keys, checker),
                    checked(claims.invariants(), checker, Looks.AT_A_MOMENT),
                    checked(claims.steps(), checker, Looks.AT_A_STEP),
                    checked(claims.liveness(), checker, Looks.AHEAD),
                    checked(claims.witnesses(), checker, Looks.AT_A_STEP),
                    distinct(keys),
                    keys.place());
            model.endpoints().forEach(endpoint -> checkNumbers(endpoint, model.modulus()));
            new LeftOut(model, diagnostics).check(keys.placeOf("abstract"));
            return model;
        }

        private void checkNumbers(Endpoint endpoint, int modulus) {
            for (Setting input : endpoint.inputs()) {
                if (input.symbol().type() == Type.Simple.SEQ
                        && input.value() instanceof Expr.Number number
                        && number.value() >= modulus) {
                    shape.report(
                            number.place(),
                            Code.NUMBER_OUT_OF_RANGE,
                            "sequence numbers of this model are 0 to " + (modulus - 1),
                            "take " + number.value() % modulus);
                }
            }
        }

        /** What costs a fault can never happen where there is none. */
        private int faults(Keys keys, EndpointReader numbers) {
            Optional<Scalar> text = keys.text("faults");
            int faults = text.isEmpty() ? 0 : numbers.number(text.get()).orElse(1);
            if (faults == 0) {
                for (String key : List.of("disturbances", "forged", "reports")) {
                    if (keys.has(key)) {
                        ExpiryReader.neverHappens(shape, keys.placeOf(key), key);
                    }
                }
            }
            return faults;
        }

        private OptionalLong distinct(Keys keys) {
            Optional<Scalar> text = keys.text("distinct");
            if (text.isEmpty()) {
                return OptionalLong.empty();
            }
            if (text.get().text().matches("[0-9]{1,12}")) {
                return OptionalLong.of(Long.parseLong(text.get().text()));
            }
            shape.report(
                    text.get().place(),
                    Code.WRONG_SHAPE,
                    "expected a number of states",
                    "take the key away and let `./lockstep check --pin` write it");
            return OptionalLong.empty();
        }

        private int modulus(Keys keys, EndpointReader numbers) {
            Optional<Scalar> text = keys.requiredText("modulus");
            int modulus = text.flatMap(numbers::number).orElse(16);
            if (modulus < 4 || modulus > 256 || modulus % 2 != 0) {
                shape.report(
                        text.orElseThrow().place(),
                        Code.MODEL_MODULUS,
                        "the modulus is an even number from 4 to 256, not " + modulus,
                        "take 16");
            }
            return modulus;
        }

        /** The model's own values, and the defaults of all others. */
        private List<Setting> parameters(Keys keys, EndpointReader settings) {
            var own = new ArrayList<Setting>();
            for (Node.Entry entry : keys.entries("parameters")) {
                settings.symbol(entry.key(), protocol.parameters(), "parameter")
                        .flatMap(parameter -> settings.setting(parameter, entry.value()))
                        .ifPresent(own::add);
            }
            var all = new ArrayList<Setting>();
            for (Parameter parameter : protocol.parameters()) {
                if (!Reads.isTime(parameter.type())) {
                    all.add(own.stream()
                            .filter(setting -> setting.symbol().equals(parameter))
                            .findFirst()
                            .orElse(new Setting(parameter, parameter.value())));
                }
            }
            checkProfile(all, keys);
            return all;
        }

        /** What the proofs assume of parameters has to hold of a model's as well. Times have no values in models. */
        private void checkProfile(List<Setting> settings, Keys keys) {
            Profile profile = Profile.defaults(protocol.parameters());
            for (Setting setting : settings) {
                profile = profile.with((Parameter) setting.symbol(), setting.value());
            }
            Profile chosen = profile;
            chosen.violated(protocol.invariants())
                    .ifPresent(invariant -> diagnostics.add(
                            keys.placeOf("parameters"),
                            Code.PROFILE_FORBIDDEN,
                            invariant.id() + " does not hold of " + chosen.valuesIn(invariant),
                            List.of(invariant.place()),
                            "choose values with " + ExprText.of(invariant.is())));
        }

        private List<Variable> hidden(Keys keys, EndpointReader symbols) {
            return keys.texts("abstract").orElse(List.of()).stream()
                    .flatMap(name -> symbols.symbol(name, protocol.variables(), "variable").stream())
                    .toList();
        }

        private List<Endpoint> endpoints(Keys keys, EndpointReader reader) {
            keys.required("endpoints");
            keys.entries("endpoints").forEach(entry -> checkEnd(entry.key()));
            List<Endpoint> endpoints = keys.entries("endpoints").stream()
                    .flatMap(entry -> reader.read(entry.key(), entry.value()).stream())
                    .toList();
            if (keys.entries("endpoints").size() != 2) {
                shape.report(
                        keys.placeOf("endpoints"),
                        Code.MODEL_ENDPOINTS,
                        "a model has two endpoints, and this one " + endpoints.size(),
                        "name them A and B");
            }
            return endpoints;
        }

        /** Names of actions end with it, and records have it as a field. */
        private void checkEnd(Scalar name) {
            if (!name.text().matches("[A-Z]")) {
                shape.report(
                        name.place(),
                        Code.MALFORMED_NAME,
                        "`" + name.text() + "` cannot be an endpoint",
                        "name the two A and B");
            }
        }

        private Set<Disturbance> disturbances(Keys keys) {
            if (!keys.has("disturbances")) {
                return EnumSet.of(Disturbance.LOSE, Disturbance.DUPLICATE, Disturbance.DELAY);
            }
            var found = EnumSet.noneOf(Disturbance.class);
            for (Scalar word : keys.texts("disturbances").orElse(List.of())) {
                var known = List.of(Disturbance.values());
                known.stream()
                        .filter(disturbance -> disturbance.word().equals(word.text()))
                        .findFirst()
                        .ifPresentOrElse(
                                found::add,
                                () -> shape.report(
                                        word.place(),
                                        Code.UNKNOWN_WORD,
                                        "there is no disturbance `" + word.text() + "`",
                                        Spelling.advice(
                                                word.text(),
                                                known.stream()
                                                        .map(Disturbance::word)
                                                        .toList())));
            }
            return found;
        }

        private List<Property> done(Keys keys, PropertyChecker checker) {
            keys.required("done");
            return keys.items("done").stream()
                    .flatMap(item -> shape.expression(item).stream())
                    .flatMap(syntax -> checker.property(syntax).stream())
                    .peek(property -> look(property, Looks.AT_A_MOMENT))
                    .toList();
        }

        /** The shared claims first, then the model's own. */
        private RawClaims claims(String name, Keys keys, PropertyChecker checker) {
            var all = new ArrayList<RawClaims>();
            for (Scalar set : keys.texts("claims").orElse(List.of())) {
                Optional.ofNullable(shared.get(set.text()))
                        .ifPresentOrElse(
                                all::add,
                                () -> shape.report(
                                        set.place(),
                                        Code.UNKNOWN_NAME,
                                        "there is no set of claims `" + set.text() + "`",
                                        shared.isEmpty()
                                                ? "begin a file of this folder with `claims: " + set.text() + "`"
                                                : Spelling.advice(set.text(), shared.keySet())));
            }
            all.add(new ClaimReader(shape).of(name, keys));
            RawClaims joined = new RawClaims(
                    name,
                    joined(all, RawClaims::invariants),
                    joined(all, RawClaims::steps),
                    joined(all, RawClaims::liveness),
                    joined(all, RawClaims::witnesses));
            List.of(joined.invariants(), joined.steps(), joined.liveness(), joined.witnesses())
                    .forEach(list -> list.forEach(claim -> checker.declare(claim.id())));
            return joined;
        }

        private static List<RawClaims.One> joined(List<RawClaims> all, Function<RawClaims, List<RawClaims.One>> part) {
            return all.stream().flatMap(claims -> part.apply(claims).stream()).toList();
        }

        private List<Claim> checked(List<RawClaims.One> claims, PropertyChecker checker, Looks looks) {
            var all = new ArrayList<Claim>();
            for (RawClaims.One claim : claims) {
                checker.property(claim.is()).ifPresent(property -> {
                    look(property, looks);
                    all.add(new Claim(
                            claim.id().text(),
                            property,
                            claim.about(),
                            claim.rfc(),
                            claim.id().place()));
                });
            }
            return all;
        }

        private void look(Property property, Looks looks) {
            if (looks != Looks.AHEAD && property.hasTime()) {
                shape.report(
                        property.place(),
                        Code.MODEL_TIME,
                        "this has to be a condition on one " + (looks == Looks.AT_A_STEP ? "step" : "moment"),
                        "move it to `liveness`");
            }
            if (looks != Looks.AT_A_STEP && property.conditions().anyMatch(Moments::isOfStep)) {
                shape.report(
                        property.place(),
                        Code.MODEL_STEP,
                        "this speaks of a step, and has to be about moments",
                        "move it to `steps`");
            }
        }
    }
}
