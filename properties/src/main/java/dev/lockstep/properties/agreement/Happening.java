package dev.lockstep.properties.agreement;

import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.models.Disturbance;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.spec.models.UserCall;
import java.util.List;

/** What the name of an action of a model stands for. */
sealed interface Happening {

    /** The segment that is first on its way to this end arrives. */
    record Arrival(String end) implements Happening {}

    /** Its user makes a call. */
    record Call(String end, UserCall call, List<Setting> arguments) implements Happening {}

    /** One of its timers expires. */
    record Expiry(String end, Timer timer) implements Happening {}

    /** Something happens to what is on its way to this end. */
    record Mishap(String end, Disturbance disturbance) implements Happening {}

    /** Somebody puts a segment that nobody sent before all that is on the way to this end. Which one, the model has a choice of. */
    record Forging(String end) implements Happening {}

    /** The network has something to say to this end, as the model computes it. */
    record Reporting(String end) implements Happening {}

    /** This end hears the first of what the network has to say. */
    record Hearing(String end) implements Happening {}

    /** It forgets everything. */
    record Crash(String end) implements Happening {}

    /** Nothing more happens. */
    record Rest() implements Happening {}
}
