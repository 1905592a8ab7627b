package dev.lockstep.spec.models;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Moments;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * What claims may name besides the control block: what the users have seen, what is on the way, what may still happen. To the
 * checker of expressions those of an endpoint are variables and those of the whole parameters.
 */
public final class Observables {

    /** Stands for either endpoint in turn. */
    public static final String EACH = "EACH";

    /** The endpoint that {@link #EACH} is not. */
    public static final String OTHER = "OTHER";

    /** Beside the calls that a user may still make: how often all may be forgotten. */
    public static final String CRASH = "CRASH";

    private static final Place NOWHERE = new Place("spec/models/README.md", 0, 0);

    private Observables() {}

    /** Those of an endpoint: {@code A.SENT}, {@code A.TOLD.closed}, {@code A.CALLS.CLOSE}. */
    public static List<Variable> ofEndpoint(Protocol protocol) {
        var all = new ArrayList<Variable>();
        all.add(size("SENT", "bytes its user has given to be sent"));
        all.add(size("DELIVERED", "bytes that arrived in order for its user"));
        all.add(size("TAKEN", "bytes its user has taken"));
        all.add(size("LEFT", "bytes its user may still take though the control block is gone"));
        all.add(flag("INTACT", "what was delivered is the beginning of what the other user sent"));
        all.add(flag("BOUND", "a passive record has been bound to a peer"));
        all.add(count(Expr.Queue.ARRIVING.name(), "segments on their way to it"));
        all.add(flag(Moments.ARRIVES, "a segment arrives at it in this step"));
        all.add(flag(Moments.HEARS, "it hears in this step what the network reports"));
        all.add(flag(Moments.ASKS, "its user makes a call in this step"));
        all.add(count(Expr.Queue.SENDS.name(), "segments that it sends in this step"));
        for (Type.Enumeration enumeration : protocol.enums()) {
            if (enumeration.name().equals("news")) {
                enumeration.values().forEach(news -> all.add(flag("TOLD." + news, "its user has been told: " + news)));
            }
        }
        all.add(count("CALLS." + CRASH, "how often it may still crash"));
        all.add(flag(Moments.CRASHES, "it crashes in this step"));
        for (Event event : protocol.events()) {
            if (event.kind() == Event.Kind.CALL) {
                all.add(count("CALLS." + event.name(), "how often its user may still call " + event.name()));
            }
        }
        return List.copyOf(all);
    }

    /** Those of the whole: {@code QUIET}, {@code FAULTS}. */
    public static List<Parameter> ofWhole() {
        return List.of(
                new Parameter(
                        "QUIET",
                        Type.Simple.FLAG,
                        new Expr.Truth(true, NOWHERE),
                        "no segment is on its way",
                        "",
                        NOWHERE),
                new Parameter(
                        "FAULTS",
                        Type.Simple.COUNT,
                        new Expr.Number(0, Type.Simple.COUNT, NOWHERE),
                        "how many disturbances may still happen",
                        "",
                        NOWHERE));
    }

    /** All of them. */
    public static List<Symbol> of(Protocol protocol) {
        var all = new ArrayList<Symbol>(ofEndpoint(protocol));
        all.addAll(ofWhole());
        return List.copyOf(all);
    }

    private static Variable size(String name, String about) {
        return new Variable(name, Type.Simple.SIZE, new Expr.Number(0, Type.Simple.SIZE, NOWHERE), about, "", NOWHERE);
    }

    private static Variable count(String name, String about) {
        return new Variable(
                name, Type.Simple.COUNT, new Expr.Number(0, Type.Simple.COUNT, NOWHERE), about, "", NOWHERE);
    }

    private static Variable flag(String name, String about) {
        return new Variable(name, Type.Simple.FLAG, new Expr.Truth(false, NOWHERE), about, "", NOWHERE);
    }
}
