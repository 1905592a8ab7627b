package dev.lockstep.generators.tla;

import dev.lockstep.spec.models.Disturbance;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Expiry;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.spec.models.UserCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The actions of a model, one for each thing that can happen at each endpoint: {@code ReceiveA}, {@code OpenActiveA},
 * {@code RetransmissionTimeoutB}, {@code LoseToA}. Their names stand in TLC's traces and in its state graph.
 */
final class Actions {

    private final Model model;

    Actions(Model model) {
        this.model = model;
    }

    List<ModelModule.ActionView> all() {
        var all = new ArrayList<ModelModule.ActionView>();
        model.endpoints().forEach(endpoint -> all.add(at(endpoint, "Receive")));
        for (Endpoint endpoint : model.endpoints()) {
            endpoint.calls().forEach(call -> all.addAll(calls(endpoint, call)));
        }
        for (Expiry expiry : model.expiries()) {
            model.endpoints().forEach(endpoint -> all.add(at(endpoint, timeout(expiry))));
            if (expiry.early()) {
                model.endpoints().forEach(endpoint -> all.add(at(endpoint, early(expiry))));
            }
        }
        model.endpoints().stream()
                .filter(endpoint -> endpoint.crashes() > 0)
                .forEach(endpoint -> all.add(at(endpoint, "Crash")));
        if (lingers()) {
            for (String operator : List.of("LingerTo", "LateTo")) {
                model.endpoints().forEach(endpoint -> all.add(at(endpoint, operator)));
            }
        }
        for (Disturbance disturbance : disturbed()) {
            model.endpoints().forEach(endpoint -> all.add(at(endpoint, name(disturbance))));
        }
        if (!model.forgeries().isEmpty()) {
            model.endpoints().forEach(endpoint -> all.add(at(endpoint, "ForgeTo")));
        }
        if (!model.reports().isEmpty()) {
            for (String operator : List.of("ReportTo", "Hear")) {
                model.endpoints().forEach(endpoint -> all.add(at(endpoint, operator)));
            }
        }
        return all;
    }

    private static ModelModule.ActionView at(Endpoint endpoint, String operator) {
        return new ModelModule.ActionView(
                operator + endpoint.name(), operator + "(" + Identifiers.string(endpoint.name()) + ")");
    }

    private List<ModelModule.ActionView> calls(Endpoint endpoint, UserCall call) {
        return call.choices().stream()
                .map(choice -> new ModelModule.ActionView(
                        callName(call, choice) + endpoint.name(),
                        Outcomes.operator(call) + "("
                                + String.join(
                                        ", ",
                                        Identifiers.string(endpoint.name()),
                                        Outcomes.record(call, choice),
                                        ModelModule.states(call.states(), model))
                                + ")"))
                .toList();
    }

    /** With the values of its fields: {@code OpenActive}, {@code Send2}, {@code Close}. */
    static String callName(UserCall call, List<Setting> choice) {
        return Identifiers.event(call.event().name())
                + choice.stream()
                        .map(ModelModule::value)
                        .map(value -> Identifiers.event(value.replace("\"", "")))
                        .collect(Collectors.joining());
    }

    static String timeout(Expiry expiry) {
        return Identifiers.event(expiry.timer().name()) + "Timeout";
    }

    static String early(Expiry expiry) {
        return Identifiers.event(expiry.timer().name()) + "Early";
    }

    private List<Disturbance> disturbed() {
        return Arrays.stream(Disturbance.values())
                .filter(model.disturbances()::contains)
                .filter(disturbance -> disturbance != Disturbance.LINGER)
                .toList();
    }

    private static String name(Disturbance disturbance) {
        return switch (disturbance) {
            case LOSE -> "LoseTo";
            case DUPLICATE -> "DuplicateTo";
            case DELAY -> "DelayTo";
            case LINGER -> throw notOfTheChannel();
        };
    }

    /** What lingers is kept beside the channel. */
    private static IllegalStateException notOfTheChannel() {
        return new IllegalStateException("no disturbance of the channel");
    }

    boolean lingers() {
        return model.disturbances().contains(Disturbance.LINGER);
    }

    List<ModelModule.DisturbanceView> disturbances() {
        return disturbed().stream()
                .map(disturbance -> switch (disturbance) {
                    case LOSE -> new ModelModule.DisturbanceView("LoseTo", "net[p] # <<>>", "Lose");
                    case DUPLICATE -> new ModelModule.DisturbanceView("DuplicateTo", "net[p] # <<>>", "Duplicate");
                    case DELAY -> new ModelModule.DisturbanceView("DelayTo", "Len(net[p]) > 1", "Delay");
                    case LINGER -> throw notOfTheChannel();
                })
                .toList();
    }

    /**
     * What happens at last: the arrival of what is on its way, the expiry of timers, and the calls that a user makes at last.
     * An expiry can become impossible again by what others do, and so may need strong fairness.
     */
    List<ModelModule.FairView> fairness(Outcomes outcomes) {
        var fair = new ArrayList<ModelModule.FairView>();
        for (Endpoint endpoint : model.endpoints()) {
            String name = Identifiers.string(endpoint.name());
            fair.add(new ModelModule.FairView("net." + endpoint.name() + " # <<>>", "Received(" + name + ")", false));
            if (!model.reports().isEmpty()) {
                String reports = "reports." + endpoint.name();
                String reportsAfter = "reports'." + endpoint.name();
                fair.add(new ModelModule.FairView(
                        reports + " # <<>>", "Len(" + reportsAfter + ") < Len(" + reports + ")", false));
            }
            for (Expiry expiry : model.expiries()) {
                fair.add(new ModelModule.FairView(
                        timeout(expiry) + "Possible(" + name + ")",
                        "Expired(" + name + ", "
                                + Identifiers.string(expiry.timer().name()) + ")",
                        expiry.strong()));
            }
            for (UserCall call : endpoint.calls()) {
                if (call.fair()) {
                    String left =
                            "[" + name + "]." + Identifiers.flat(call.event().name());
                    fair.add(new ModelModule.FairView(
                            outcomes.possible(endpoint, call), "calls'" + left + " # calls" + left, false));
                }
            }
        }
        return fair;
    }
}
