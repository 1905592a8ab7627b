package dev.lockstep.generators.tla.slice;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Reads;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import dev.lockstep.spec.model.Hook;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Expiry;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.spec.models.UserCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that may fire in a model, found without a model checker: beginning with what its users may do, a row that may fire gives values
 * to variables, fields of segments, timers, states and hooks, and so lets others fire. Too many may be found, never too few:
 * where the values of a variable differ, it is taken to have any.
 */
public final class Slice {

    private final Model model;
    private final Protocol protocol;
    private final Knowledge knowledge = new Knowledge();
    private final Set<State> states = new HashSet<>();
    private final Set<Event> events = new HashSet<>();
    private final Set<Hook> hooks = new HashSet<>();
    private final Set<String> rows = new HashSet<>();
    private boolean news;
    private boolean attempting;

    private Slice(Model model) {
        this.model = model;
        this.protocol = model.protocol();
    }

    /** The same model, of a protocol without the rows that cannot fire, and without timers that nobody can arm. */
    public static Model of(Model model) {
        var slice = new Slice(model);
        slice.begin();
        slice.goOn();
        List<Expiry> expiries = model.expiries().stream()
                .filter(expiry -> slice.knowledge.mayBeArmed(expiry.timer()))
                .toList();
        slice.attempt();
        return model.of(slice.trimmed(), expiries);
    }

    /** Until nothing more is found. */
    private void goOn() {
        do {
            news = false;
            protocol.procedures().forEach(this::look);
        } while (news);
    }

    /**
     * Calls that are only tried, to see whether they are refused: their rows fire, and those of the hooks that they call, but nothing comes
     * of it.
     */
    private void attempt() {
        attempting = true;
        events.clear();
        hooks.clear();
        for (Endpoint endpoint : model.endpoints()) {
            endpoint.calls().stream().filter(call -> call.times() == 0).forEach(this::call);
        }
        goOn();
    }

    private void begin() {
        states.add(protocol.start());
        for (Parameter parameter : protocol.parameters()) {
            Expr value = model.parameters().stream()
                    .filter(setting -> setting.symbol().equals(parameter))
                    .map(Setting::value)
                    .findFirst()
                    .orElse(parameter.value());
            learn(parameter, knowledge.value(value));
        }
        for (Variable variable : protocol.variables()) {
            learn(variable, knowledge.value(variable.start()));
        }
        for (Endpoint endpoint : model.endpoints()) {
            endpoint.calls().stream().filter(call -> call.times() > 0).forEach(this::call);
        }
        model.reports().forEach(report -> any(report.event()));
        if (!model.forgeries().isEmpty()) {
            any(message());
        }
    }

    private void call(UserCall call) {
        events.add(call.event());
        for (List<Setting> choice : call.choices()) {
            choice.forEach(setting -> learn(setting.symbol(), knowledge.value(setting.value())));
        }
    }

    /** It may come with whatever its fields can hold. */
    private void any(Event event) {
        news |= events.add(event);
        event.fields().forEach(field -> learn(field, Optional.empty()));
    }

    /** What the ends send each other. */
    private Event message() {
        return protocol.events().stream()
                .filter(event -> event.kind() == Event.Kind.MESSAGE)
                .findFirst()
                .orElseThrow();
    }

    private void look(Procedure procedure) {
        if (!runs(procedure)) {
            return;
        }
        for (Step step : procedure.steps()) {
            if (step.only().isPresent() && !knowledge.mayHold(step.only().get())) {
                continue;
            }
            for (Row row : step.rows()) {
                if (row.states().stream().anyMatch(states::contains)
                        && step.states().stream().anyMatch(states::contains)
                        && knowledge.mayHold(row.when())) {
                    news |= rows.add(row.id());
                    fire(row);
                }
            }
        }
    }

    private boolean runs(Procedure procedure) {
        boolean triggered = switch (procedure.trigger()) {
            case Trigger.OnEvent(Event event) -> events.contains(event);
            case Trigger.OnTimer(Timer timer) -> !attempting && knowledge.mayBeArmed(timer);
            case Trigger.OnHook(Hook hook) -> hooks.contains(hook);
        };
        return triggered && procedure.chosenBy().map(knowledge::mayHold).orElse(true);
    }

    private void fire(Row row) {
        row.to().ifPresent(state -> news |= states.add(state));
        for (Statement statement : row.actions()) {
            switch (statement) {
                case Statement.Assign(Variable variable, Expr value, var ignored) ->
                    learn(variable, knowledge.value(value));
                case Statement.Perform perform -> perform(perform);
                case Statement.Start start -> news |= knowledge.learnArmed(start.timer());
                case Statement.Restart restart -> news |= knowledge.learnArmed(restart.timer());
                case Statement.Call(Hook hook, var ignored) -> news |= hooks.add(hook);
                case Statement.Cancel ignored -> {}
                case Statement.DeleteTcb ignored -> {}
            }
        }
    }

    /** Of times, and of what the model leaves out, nobody knows anything. */
    private void learn(Symbol symbol, Optional<Object> value) {
        boolean hidden =
                Reads.isTime(symbol.type()) || model.hidden().stream().anyMatch(variable -> variable.equals(symbol));
        news |= knowledge.learn(symbol, hidden ? Optional.empty() : value);
    }

    /** What leaves here arrives there: the counterpart of {@code DoSend} and {@code Arriving} in the mechanism's module. */
    private void perform(Statement.Perform perform) {
        if (attempting) {
            return;
        }
        switch (perform.effect().name()) {
            case "send" -> {
                news |= events.add(message());
                message().fields().forEach(field -> learn(field, sent(field, perform)));
            }
            case "garbage" -> any(message());
            default -> {}
        }
    }

    private Optional<Object> sent(Field field, Statement.Perform send) {
        String name = field.name().substring(field.name().lastIndexOf('.') + 1);
        Optional<Expr> control = slot("CTL", send);
        if (control.isPresent()
                && control.get() instanceof Expr.EnumeralSet set
                && set.type().of().values().contains(name)) {
            boolean sent = set.values().contains(name);
            boolean pointed = name.equals("URG")
                    && !slot("UP", send).flatMap(knowledge::value).equals(Optional.of(0L));
            return pointed && !sent ? Optional.empty() : Optional.of(sent);
        }
        return slot(name.equals("TEXT") ? "LEN" : name, send).flatMap(knowledge::value);
    }

    private static Optional<Expr> slot(String name, Statement.Perform send) {
        for (int i = 0; i < send.effect().slots().size(); i++) {
            if (send.effect().slots().get(i).argument().name().equals(name)) {
                return Optional.of(send.arguments().get(i));
            }
        }
        return Optional.empty();
    }

    private Protocol trimmed() {
        return protocol.withProcedures(protocol.procedures().stream()
                .map(this::trimmed)
                .filter(procedure -> !procedure.steps().isEmpty())
                .toList());
    }

    private Procedure trimmed(Procedure procedure) {
        return procedure.withSteps(procedure.steps().stream()
                .map(step -> step.withRows(step.rows().stream()
                        .filter(row -> rows.contains(row.id()))
                        .toList()))
                .filter(step -> !step.rows().isEmpty())
                .toList());
    }
}
