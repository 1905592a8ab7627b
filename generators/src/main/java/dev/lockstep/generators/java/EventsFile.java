package dev.lockstep.generators.java;

import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The class through which events come in, as its template knows it. */
record EventsFile(
        String source,
        String packageName,
        List<String> imports,
        String blockName,
        List<EventView> events,
        List<TimerView> timers,
        String timerFormal,
        String timerActual) {

    /** A message that arrives or a call of the user. */
    record EventView(List<String> doc, String method, String formal, String blockName, Dispatch dispatch) {}

    /** A timer that expires. */
    record TimerView(
            String constant,
            String title,
            String method,
            String formal,
            String cell,
            String blockName,
            Dispatch dispatch) {}

    static EventsFile of(Surface surface) {
        Protocol protocol = surface.protocol();
        List<EventView> events =
                protocol.events().stream().map(event -> event(surface, event)).toList();
        List<TimerView> timers =
                protocol.timers().stream().map(timer -> timer(surface, timer)).toList();
        Stream<String> gaps = Stream.concat(
                        events.stream().map(EventView::dispatch),
                        timers.stream().map(TimerView::dispatch))
                .map(Dispatch::gap);
        List<Surface.Slot> handed = new ArrayList<>(onTimer(surface));
        String actual = JavaExpr.actual(handed);
        handed.add(1, new Surface.Slot("Timer", "timer"));
        return new EventsFile(
                protocol.name() + "/*.yaml",
                surface.packageName(),
                Head.imports(gaps),
                surface.blockName(),
                events,
                timers,
                JavaExpr.formal(handed),
                actual);
    }

    private static EventView event(Surface surface, Event event) {
        Trigger trigger = new Trigger.OnEvent(event);
        List<Surface.Slot> handed = surface.handed(trigger);
        String kind = switch (event.kind()) {
            case MESSAGE -> event.name();
            case CALL -> "the user calls " + event.name();
        };
        return new EventView(
                Prose.doc(event.about().isEmpty() ? kind + "." : kind + ": " + event.about() + ".", 4),
                Words.camel(event.name()),
                JavaExpr.formal(handed),
                surface.blockName(),
                Dispatch.of(
                        surface,
                        procedures(surface, trigger),
                        handed,
                        "event " + event.name(),
                        surface.eventName(event)));
    }

    private static TimerView timer(Surface surface, Timer timer) {
        List<Surface.Slot> handed = onTimer(surface);
        List<Procedure> procedures = procedures(surface, new Trigger.OnTimer(timer));
        return new TimerView(
                Words.constant(timer.name()),
                timer.name(),
                Words.camel(timer.name()) + "Expired",
                JavaExpr.formal(handed),
                surface.timerCell(timer),
                surface.blockName(),
                Dispatch.of(surface, procedures, handed, "timer " + timer.name(), "null"));
    }

    private static List<Surface.Slot> onTimer(Surface surface) {
        return List.of(
                new Surface.Slot(surface.block(), surface.blockName()),
                new Surface.Slot("Parameters", "parameters"),
                new Surface.Slot("Effects", "effects"));
    }

    /** The procedures for a trigger, in the order of the tables. */
    static List<Procedure> procedures(Surface surface, Trigger trigger) {
        return surface.protocol().procedures().stream()
                .filter(procedure -> procedure.trigger().equals(trigger))
                .toList();
    }
}
