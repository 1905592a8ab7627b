package dev.lockstep.properties.agreement;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.stack.tcp.table.Abort;
import dev.lockstep.stack.tcp.table.Close;
import dev.lockstep.stack.tcp.table.Effects;
import dev.lockstep.stack.tcp.table.Events;
import dev.lockstep.stack.tcp.table.Open;
import dev.lockstep.stack.tcp.table.Opening;
import dev.lockstep.stack.tcp.table.Option;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Receive;
import dev.lockstep.stack.tcp.table.Send;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Tune;
import java.util.Locale;

/** Makes the calls of a model's users. */
record UserCalls(Tcb tcb, Parameters parameters, Effects effects) {

    void make(Happening.Call call) {
        String event = call.call().event().name();
        switch (event) {
            case "OPEN" -> {
                var open = new Open();
                open.opening = Opening.valueOf(only(call).toUpperCase(Locale.ROOT));
                Events.open(tcb, open, parameters, effects);
            }
            case "SEND" -> {
                var send = new Send();
                send.len = Integer.parseInt(text(call.arguments().getFirst()));
                send.urgent = Boolean.parseBoolean(text(call.arguments().getLast()));
                Events.send(tcb, send, parameters, effects);
            }
            case "RECEIVE" -> {
                var receive = new Receive();
                receive.len = Integer.parseInt(only(call));
                Events.receive(tcb, receive, parameters, effects);
            }
            case "CLOSE" -> Events.close(tcb, new Close(), parameters, effects);
            case "ABORT" -> Events.abort(tcb, new Abort(), parameters, effects);
            case "TUNE" -> {
                var tune = new Tune();
                tune.option = Option.valueOf(
                        argument(call, "TUNE.OPTION").toUpperCase(Locale.ROOT).replace('-', '_'));
                tune.on = Boolean.parseBoolean(argument(call, "TUNE.ON"));
                tune.time = Long.parseLong(argument(call, "TUNE.TIME"));
                tune.count = Integer.parseInt(argument(call, "TUNE.COUNT"));
                Events.tune(tcb, tune, parameters, effects);
            }
            default -> throw new IllegalArgumentException("how is " + event + " called?");
        }
    }

    /** The value of the only field of such a call. */
    private static String only(Happening.Call call) {
        if (call.arguments().size() != 1) {
            throw new IllegalArgumentException("one argument expected: " + call);
        }
        return text(call.arguments().getFirst());
    }

    /** The value of a field. */
    private static String argument(Happening.Call call, String field) {
        return call.arguments().stream()
                .filter(setting -> setting.symbol().name().equals(field))
                .map(UserCalls::text)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + field + " in " + call));
    }

    /** A constant in the notation of the tables. */
    static String text(Setting setting) {
        return switch (setting.value()) {
            case Expr.Number number -> Long.toString(number.value());
            case Expr.Truth truth -> Boolean.toString(truth.value());
            case Expr.Enumeral enumeral -> enumeral.value();
            default -> throw new IllegalArgumentException("not a constant: " + setting);
        };
    }
}
