package dev.lockstep.properties.agreement;

import dev.lockstep.spec.models.Disturbance;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Expiry;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.spec.models.UserCall;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The actions of a model by name: {@code ReceiveA}, {@code OpenActiveB}, {@code RetransmissionEarlyA}, {@code LoseToB}. */
final class Happenings {

    private final Map<String, Happening> byAction = new HashMap<>();

    Happenings(Model model) {
        byAction.put("Done", new Happening.Rest());
        model.endpoints().forEach(end -> add(model, end));
    }

    /** @throws IllegalArgumentException for a name that the model does not give: better than to skip its edges */
    Happening of(String action) {
        Happening happening = byAction.get(action);
        if (happening == null) {
            throw new IllegalArgumentException("no action " + action + " among " + byAction.keySet());
        }
        return happening;
    }

    private void add(Model model, Endpoint end) {
        String name = end.name();
        byAction.put("Receive" + name, new Happening.Arrival(name));
        for (UserCall call : end.calls()) {
            call.choices()
                    .forEach(
                            choice -> byAction.put(named(call, choice) + name, new Happening.Call(name, call, choice)));
        }
        for (Expiry expiry : model.expiries()) {
            var happening = new Happening.Expiry(name, expiry.timer());
            byAction.put(operator(expiry.timer().name()) + "Timeout" + name, happening);
            byAction.put(operator(expiry.timer().name()) + "Early" + name, happening);
        }
        if (end.crashes() > 0) {
            byAction.put("Crash" + name, new Happening.Crash(name));
        }
        if (model.disturbances().contains(Disturbance.LINGER)) {
            byAction.put("LateTo" + name, new Happening.Forging(name));
        }
        if (!model.forgeries().isEmpty()) {
            byAction.put("ForgeTo" + name, new Happening.Forging(name));
        }
        if (!model.reports().isEmpty()) {
            byAction.put("ReportTo" + name, new Happening.Reporting(name));
            byAction.put("Hear" + name, new Happening.Hearing(name));
        }
        for (Disturbance disturbance : model.disturbances()) {
            byAction.put(camel(disturbance.word()) + "To" + name, new Happening.Mishap(name, disturbance));
        }
    }

    /** With the values of its fields: {@code OpenActive}, {@code Send2}, {@code Close}. */
    private static String named(UserCall call, List<Setting> choice) {
        return operator(call.event().name())
                + choice.stream().map(setting -> camel(UserCalls.text(setting))).collect(Collectors.joining());
    }

    /** {@code OPEN} as {@code Open}, {@code time-wait} as {@code TimeWait}. */
    private static String operator(String name) {
        return camel(name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name);
    }

    private static String camel(String name) {
        return Arrays.stream(name.split("[-._]"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
