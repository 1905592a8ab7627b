package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Variable;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A checked model. Whoever holds one may rely on it: names resolve, types fit, nothing that the model sees depends on what it
 * leaves out.
 *
 * @param name {@code open}, as the file is called; {@code open-deep} for its variant
 * @param modulus sequence numbers are 0 to modulus - 1
 * @param parameters a value for each parameter of the protocol that is no time: the model's own, or the default
 * @param hidden variables left out besides times: guards that read them become free choices
 * @param endpoints exactly two
 * @param faults how many disturbances may happen in one run
 * @param disturbances of which kinds
 * @param forgeries segments that may be put into the channel
 * @param reports what the network may say of segments
 * @param expiries one for each timer of the protocol
 * @param done where it is right that nothing more happens; each a condition on one moment
 * @param invariants hold in every state
 * @param steps hold of every step
 * @param liveness hold at last
 * @param witnesses that some state or step must show
 * @param distinct how many distinct states there are, if the author pinned it
 */
public record Model(
        String name,
        String title,
        String about,
        Tier tier,
        Protocol protocol,
        int modulus,
        List<Setting> parameters,
        List<Variable> hidden,
        List<Endpoint> endpoints,
        int faults,
        Set<Disturbance> disturbances,
        List<Forgery> forgeries,
        List<Report> reports,
        List<Expiry> expiries,
        List<Property> done,
        List<Claim> invariants,
        List<Claim> steps,
        List<Claim> liveness,
        List<Claim> witnesses,
        OptionalLong distinct,
        Place place) {
    public Model {
        parameters = List.copyOf(parameters);
        hidden = List.copyOf(hidden);
        endpoints = List.copyOf(endpoints);
        disturbances = Set.copyOf(disturbances);
        forgeries = List.copyOf(forgeries);
        reports = List.copyOf(reports);
        expiries = List.copyOf(expiries);
        done = List.copyOf(done);
        invariants = List.copyOf(invariants);
        steps = List.copyOf(steps);
        liveness = List.copyOf(liveness);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * The same model of another protocol, in which these timers may expire.
     *
     * @param other has the same vocabulary
     */
    public Model of(Protocol other, List<Expiry> some) {
        return new Model(
                name,
                title,
                about,
                tier,
                other,
                modulus,
                parameters,
                hidden,
                endpoints,
                faults,
                disturbances,
                forgeries,
                reports,
                some,
                done,
                invariants,
                steps,
                liveness,
                witnesses,
                distinct,
                place);
    }

    /** The same model, in which so many disturbances may happen. */
    public Model withFaults(int budget) {
        return new Model(
                name,
                title,
                about,
                tier,
                protocol,
                modulus,
                parameters,
                hidden,
                endpoints,
                budget,
                disturbances,
                forgeries,
                reports,
                expiries,
                done,
                invariants,
                steps,
                liveness,
                witnesses,
                OptionalLong.empty(),
                place);
    }

    /** When it is checked. */
    public enum Tier {
        /** With every {@code ./lockstep check}. */
        DEFAULT,
        /** Only when asked for: it takes minutes. */
        DEEP
    }
}
