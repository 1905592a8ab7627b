package dev.lockstep.spec.models;

import dev.lockstep.spec.check.PropertyChecker;
import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.model.Timer;
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

    private static final List<String> KEYS = List.of(
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
            "timers",
            "done",
            "claims",
            "invariants",
            "liveness",
            "witnesses",
            "distinct");
    private static final List<String> TIMER_KEYS = List.of("when", "peer-has-not", "early", "fairness");

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
            new LeftOut(protocol, hidden, diagnostics).check(keys.placeOf("abstract"));
            RawClaims claims = claims(name, keys);
            return new Model(
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
                    keys.text("faults").flatMap(endpoints::number).orElse(0),
                    disturbances(keys),
                    new ForgeryReader(shape, protocol, checker).read(keys.items("forged")),
                    expiries(keys),
                    done(keys, checker),
                    checked(claims.invariants(), checker, true),
                    checked(claims.liveness(), checker, false),
                    checked(claims.witnesses(), checker, true),
                    keys.text("distinct")
                            .map(Scalar::text)
                            .filter(text -> text.matches("[0-9]{1,12}"))
                            .map(text -> OptionalLong.of(Long.parseLong(text)))
                            .orElse(OptionalLong.empty()),
                    keys.place());
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
            return all;
        }

        private List<Variable> hidden(Keys keys, EndpointReader symbols) {
            return keys.texts("abstract").orElse(List.of()).stream()
                    .flatMap(name -> symbols.symbol(name, protocol.variables(), "variable").stream())
                    .toList();
        }

        private List<Endpoint> endpoints(Keys keys, EndpointReader reader) {
            keys.required("endpoints");
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

        private Set<Disturbance> disturbances(Keys keys) {
            if (!keys.has("disturbances")) {
                return EnumSet.allOf(Disturbance.class);
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

        /** A timer that the model does not name expires whenever it is armed. */
        private List<Expiry> expiries(Keys keys) {
            var entries = keys.entries("timers");
            entries.forEach(entry -> timer(entry.key()));
            return protocol.timers().stream()
                    .map(timer -> entries.stream()
                            .filter(entry -> entry.key().text().equals(timer.name()))
                            .findFirst()
                            .flatMap(entry -> shape.mapping(entry.value()))
                            .map(mapping -> expiry(timer, mapping))
                            .orElse(new Expiry(timer, false, List.of(), false, false)))
                    .toList();
        }

        private Expiry expiry(Timer timer, Node.Mapping mapping) {
            Keys keys = shape.keys(mapping, "a timing assumption", TIMER_KEYS);
            return new Expiry(
                    timer,
                    keys.word("when", List.of("quiet", "any")).orElse("any").equals("quiet"),
                    keys.texts("peer-has-not").orElse(List.of()).stream()
                            .flatMap(name -> timer(name).stream())
                            .toList(),
                    keys.word("early", List.of("fault", "never"))
                            .orElse("never")
                            .equals("fault"),
                    keys.word("fairness", List.of("weak", "strong"))
                            .orElse("weak")
                            .equals("strong"));
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

        private List<Property> done(Keys keys, PropertyChecker checker) {
            keys.required("done");
            return keys.items("done").stream()
                    .flatMap(item -> shape.expression(item).stream())
                    .flatMap(syntax -> checker.property(syntax).stream())
                    .peek(this::onOneMoment)
                    .toList();
        }

        /** The shared claims first, then the model's own. */
        private RawClaims claims(String name, Keys keys) {
            var all = new ArrayList<RawClaims>();
            for (Scalar set : keys.texts("claims").orElse(List.of())) {
                Optional.ofNullable(shared.get(set.text()))
                        .ifPresentOrElse(
                                all::add,
                                () -> shape.report(
                                        set.place(),
                                        Code.UNKNOWN_NAME,
                                        "there is no set of claims `" + set.text() + "`",
                                        Spelling.advice(set.text(), shared.keySet())));
            }
            all.add(new ClaimReader(shape).of(name, keys));
            RawClaims joined = new RawClaims(
                    name,
                    joined(all, RawClaims::invariants),
                    joined(all, RawClaims::liveness),
                    joined(all, RawClaims::witnesses));
            checkIds(joined);
            return joined;
        }

        private static List<RawClaims.One> joined(List<RawClaims> all, Function<RawClaims, List<RawClaims.One>> part) {
            return all.stream().flatMap(claims -> part.apply(claims).stream()).toList();
        }

        private void checkIds(RawClaims claims) {
            var seen = new HashSet<String>();
            for (RawClaims.One claim : joined(List.of(claims), one -> joined(List.of(one), RawClaims::invariants))) {
                checkId(claim, seen);
            }
            claims.liveness().forEach(claim -> checkId(claim, seen));
            claims.witnesses().forEach(claim -> checkId(claim, seen));
        }

        private void checkId(RawClaims.One claim, Set<String> seen) {
            if (!seen.add(claim.id().text())) {
                shape.report(
                        claim.id().place(),
                        Code.ID_TWICE,
                        "the claim `" + claim.id().text() + "` stands twice",
                        "");
            }
        }

        private List<Claim> checked(List<RawClaims.One> claims, PropertyChecker checker, boolean onOneMoment) {
            var all = new ArrayList<Claim>();
            for (RawClaims.One claim : claims) {
                checker.property(claim.is()).ifPresent(property -> {
                    if (onOneMoment) {
                        onOneMoment(property);
                    }
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

        private void onOneMoment(Property property) {
            if (hasTime(property)) {
                shape.report(
                        property.place(),
                        Code.MODEL_TIME,
                        "this has to be a condition on one moment",
                        "move it to `liveness`");
            }
        }
    }

    private static boolean hasTime(Property property) {
        return switch (property) {
            case Property.Always always -> true;
            case Property.Eventually eventually -> true;
            case Property.LeadsTo leadsTo -> true;
            case Property.Holds holds -> false;
            case Property.Implies implies -> hasTime(implies.premise()) || hasTime(implies.conclusion());
            case Property.Not not -> hasTime(not.operand());
            case Property.And and -> and.operands().stream().anyMatch(ModelReader::hasTime);
            case Property.Or or -> or.operands().stream().anyMatch(ModelReader::hasTime);
        };
    }
}
