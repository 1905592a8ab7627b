package dev.lockstep.properties.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Trigger;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.stack.tcp.table.Abort;
import dev.lockstep.stack.tcp.table.Close;
import dev.lockstep.stack.tcp.table.Events;
import dev.lockstep.stack.tcp.table.Open;
import dev.lockstep.stack.tcp.table.Opening;
import dev.lockstep.stack.tcp.table.Option;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Receive;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Send;
import dev.lockstep.stack.tcp.table.Timer;
import dev.lockstep.stack.tcp.table.Tune;
import java.util.HashMap;
import java.util.Map;

/** The tables carried out as they stand and the Java made from them, given the same events, and compared after each. */
final class TwoMachines {

    private final Protocol protocol;
    final TableMachine tables;
    final GeneratedMachine java;
    private long now = 1_000;
    private int isn;

    TwoMachines(Protocol protocol, Map<String, Object> values, Parameters parameters) {
        this.protocol = protocol;
        this.tables = new TableMachine(protocol, values);
        this.java = new GeneratedMachine(parameters);
    }

    /** The next event comes so much later, and this number is then offered as initial sequence number. */
    void later(long milliseconds, int isnOffered) {
        now += milliseconds;
        isn = isnOffered;
    }

    void segment(Segment segment) {
        Map<String, Object> given = given();
        given.put("SEG.SEQ", Integer.toUnsignedLong(segment.seq));
        given.put("SEG.ACK", Integer.toUnsignedLong(segment.ack));
        given.put("SEG.WND", (long) segment.wnd);
        given.put("SEG.TEXT", (long) segment.text);
        given.put("SEG.MSS", (long) segment.mss);
        given.put("SEG.SYN", segment.syn);
        given.put("SEG.FIN", segment.fin);
        given.put("SEG.RST", segment.rst);
        given.put("SEG.CTL.ACK", segment.ctlAck);
        given.put("SEG.PSH", segment.psh);
        given.put("SEG.URG", segment.urg);
        given.put("SEG.UP", (long) segment.up);
        tables.run(on("segment"), given);
        Events.segment(java.tcb, segment, java.parameters, java);
        compare(segment);
    }

    void report(Report report) {
        Map<String, Object> given = given();
        given.put("REPORT.TYPE", (long) report.type);
        given.put("REPORT.CODE", (long) report.code);
        given.put("REPORT.SEQ", Integer.toUnsignedLong(report.seq));
        given.put("REPORT.MTU", (long) report.mtu);
        tables.run(on("report"), given);
        Events.report(java.tcb, report, java.parameters, java);
        compare(report);
    }

    void open(Opening opening) {
        Map<String, Object> given = given();
        given.put("CALL.OPENING", opening.title());
        tables.run(on("OPEN"), given);
        var open = new Open();
        open.opening = opening;
        Events.open(java.tcb, open, java.parameters, java);
        compare(open);
    }

    void send(int len, boolean urgent) {
        Map<String, Object> given = given();
        given.put("CALL.LEN", (long) len);
        given.put("CALL.URGENT", urgent);
        tables.run(on("SEND"), given);
        var send = new Send();
        send.len = len;
        send.urgent = urgent;
        Events.send(java.tcb, send, java.parameters, java);
        compare(send);
    }

    void receive(int len) {
        Map<String, Object> given = given();
        given.put("TAKE.LEN", (long) len);
        tables.run(on("RECEIVE"), given);
        var receive = new Receive();
        receive.len = len;
        Events.receive(java.tcb, receive, java.parameters, java);
        compare(receive);
    }

    void close() {
        tables.run(on("CLOSE"), given());
        Events.close(java.tcb, new Close(), java.parameters, java);
        compare("CLOSE");
    }

    void abort() {
        tables.run(on("ABORT"), given());
        Events.abort(java.tcb, new Abort(), java.parameters, java);
        compare("ABORT");
    }

    void tune(Option option, boolean on, int count) {
        Map<String, Object> given = given();
        given.put("TUNE.OPTION", option.title());
        given.put("TUNE.ON", on);
        given.put("TUNE.COUNT", (long) count);
        given.put("TUNE.TIME", 1_000L * count);
        tables.run(on("TUNE"), given);
        var tune = new Tune();
        tune.option = option;
        tune.on = on;
        tune.count = count;
        tune.time = 1_000L * count;
        Events.tune(java.tcb, tune, java.parameters, java);
        compare(tune);
    }

    void expired(Timer timer) {
        var declared = protocol.timers().get(timer.ordinal());
        tables.run(new Trigger.OnTimer(declared), given());
        Events.expired(java.tcb, timer, java.parameters, java);
        compare(declared.name());
    }

    private Trigger on(String name) {
        Event event = protocol.events().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Trigger.OnEvent(event);
    }

    /** The inputs, in front of both machines. */
    private Map<String, Object> given() {
        java.begin(now, isn);
        Map<String, Object> given = new HashMap<>();
        given.put("NOW", now);
        given.put("ISN", Integer.toUnsignedLong(isn));
        return given;
    }

    private void compare(Object event) {
        String what = "after " + event + " in " + java.tcb;
        assertThat(java.rows()).as(what).isEqualTo(tables.rows());
        assertThat(java.effects()).as(what).isEqualTo(tables.effects());
        assertThat(java.tcb.state.title()).as(what).isEqualTo(tables.state().name());
        for (Variable variable : protocol.variables()) {
            assertThat(java.variable(variable))
                    .as(variable.name() + " " + what)
                    .isEqualTo(tables.variable(variable.name()));
        }
        protocol.timers()
                .forEach(timer -> assertThat(java.isArmed(timer.name()))
                        .as(timer.name() + " " + what)
                        .isEqualTo(tables.isArmed(timer.name())));
    }
}
