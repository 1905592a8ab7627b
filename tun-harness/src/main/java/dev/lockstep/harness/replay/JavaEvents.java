package dev.lockstep.harness.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.stack.table.Fields;
import dev.lockstep.stack.table.Ranges;
import dev.lockstep.stack.table.Titled;
import dev.lockstep.stack.table.Visible;
import dev.lockstep.stack.tcp.table.Abort;
import dev.lockstep.stack.tcp.table.Close;
import dev.lockstep.stack.tcp.table.Effects;
import dev.lockstep.stack.tcp.table.Events;
import dev.lockstep.stack.tcp.table.Open;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Receive;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Send;
import dev.lockstep.stack.tcp.table.Status;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Timer;
import dev.lockstep.stack.tcp.table.Tune;
import java.util.Arrays;
import java.util.Map;

/** Makes an event of a line of a recorded run, and lets it happen. */
final class JavaEvents {

    private JavaEvents() {}

    static void happen(RunEvent event, Tcb tcb, Parameters parameters, Effects effects) {
        switch (event.event()) {
            case "" -> Events.expired(tcb, timer(event.timer()), parameters, effects);
            case "segment" -> Events.segment(tcb, filled(new Segment(), event), parameters, effects);
            case "report" -> Events.report(tcb, filled(new Report(), event), parameters, effects);
            case "OPEN" -> Events.open(tcb, filled(new Open(), event), parameters, effects);
            case "SEND" -> Events.send(tcb, filled(new Send(), event), parameters, effects);
            case "RECEIVE" -> Events.receive(tcb, filled(new Receive(), event), parameters, effects);
            case "CLOSE" -> Events.close(tcb, new Close(), parameters, effects);
            case "TUNE" -> Events.tune(tcb, filled(new Tune(), event), parameters, effects);
            case "STATUS" -> Events.status(tcb, new Status(), parameters, effects);
            case "ABORT" -> Events.abort(tcb, new Abort(), parameters, effects);
            default -> throw new IllegalArgumentException("how does " + event.event() + " happen?");
        }
    }

    private static Timer timer(String name) {
        return Arrays.stream(Timer.values())
                .filter(timer -> timer.title().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Visible> T filled(T event, RunEvent line) {
        event.visit(new Filling(line.fields()));
        return event;
    }

    /** Gives each field what the line says; the reader has looked that it says something of the right type. */
    private record Filling(Map<String, JsonNode> values) implements Fields {

        @Override
        public int seq(String name, int value) {
            return (int) values.get(name).longValue();
        }

        @Override
        public int size(String name, int value) {
            return values.get(name).intValue();
        }

        @Override
        public boolean flag(String name, boolean value) {
            return values.get(name).booleanValue();
        }

        @Override
        public long duration(String name, long value) {
            return values.get(name).longValue();
        }

        @Override
        public long instant(String name, long value) {
            return values.get(name).longValue();
        }

        @Override
        public void ranges(String name, Ranges value) {
            value.clear();
            values.get(name)
                    .forEach(interval -> value.with((int) interval.get(0).longValue(), (int)
                            interval.get(1).longValue()));
        }

        @Override
        public <T extends Titled> T one(String name, T value, T[] all) {
            return Arrays.stream(all)
                    .filter(one -> one.title().equals(values.get(name).textValue()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public int bits(String name, int value) {
            return values.get(name).intValue();
        }

        @Override
        public boolean armed(String timer, boolean value) {
            return value; // of no event
        }
    }
}
