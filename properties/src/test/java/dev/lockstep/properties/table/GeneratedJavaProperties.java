package dev.lockstep.properties.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.stack.tcp.table.Invariants;
import dev.lockstep.stack.tcp.table.Opening;
import dev.lockstep.stack.tcp.table.Option;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Timer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The generated Java does what the tables say, over 32-bit numbers, whatever happens: the same rows in the same order, the same
 * effects, the same values. Each try is one connection record and 80 events, most of them plausible; a seed replays.
 */
class GeneratedJavaProperties {

    private static final int EVENTS = 80;

    private static final Protocol TCP = SpecificationLoader.load(
                    Path.of(System.getProperty("lockstep.home", ".."), "spec/tables"))
            .orThrow()
            .protocol("tcp");

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void doesWhatTheTablesSay(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        TwoMachines machines = machines(random);
        for (int i = 0; i < EVENTS; i++) {
            machines.later(random.nextInt(400), random.nextBoolean() ? random.nextInt() : -random.nextInt(3));
            event(machines, random);
            assertThat(Invariants.violated(machines.java.tcb, machines.java.parameters))
                    .as(machines.java.tcb.toString())
                    .isNull();
        }
    }

    /** Small buffers, so that windows close; otherwise some profile. */
    private static TwoMachines machines(SplittableRandom random) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : TCP.parameters()) {
            values.put(parameter.name(), new TableValues(Map.of(), null, null).value(parameter.value()));
        }
        Parameters parameters = Parameters.defaults();
        long buffer = 1_000L + random.nextInt(6_000);
        values.put("RCV.BUFFER", buffer);
        parameters = parameters.with("RCV.BUFFER", String.valueOf(buffer));
        long retries = 1L + random.nextInt(4);
        values.put("R2", retries);
        parameters = parameters.with("R2", String.valueOf(retries));
        if (random.nextBoolean()) {
            values.put("NAGLE", false);
            parameters = parameters.with("NAGLE", "false");
        }
        if (random.nextBoolean()) {
            values.put("KEEP.ALIVE.OCTET", true);
            parameters = parameters.with("KEEP.ALIVE.OCTET", "true");
        }
        String delay = List.of("at-once", "batched", "delayed").get(random.nextInt(3));
        values.put("DELAY.ACK", delay);
        parameters = parameters.with("DELAY.ACK", delay);
        if (random.nextInt(4) == 0) {
            values.put("CONGESTION", "none");
            parameters = parameters.with("CONGESTION", "none");
        }
        return new TwoMachines(TCP, values, parameters);
    }

    private static void event(TwoMachines machines, SplittableRandom random) {
        Tcb tcb = machines.java.tcb;
        if (tcb.state == State.CLOSED && random.nextInt(3) > 0) {
            machines.open(random.nextBoolean() ? Opening.ACTIVE : Opening.PASSIVE);
            return;
        }
        int kind = random.nextInt(100);
        if (kind < 58) {
            machines.segment(segment(tcb, random));
        } else if (kind < 62) {
            report(machines, random);
        } else if (kind < 74) {
            machines.send(pick(random, 1, 10, 536, 1_000, 5_000, 65_535), random.nextBoolean());
        } else if (kind < 84) {
            machines.receive(pick(random, 1, 100, Math.max(1, tcb.rcvUnread), 3_000));
        } else if (kind < 87) {
            machines.close();
        } else if (kind < 88) {
            machines.abort();
        } else if (kind < 89) {
            machines.tune(
                    Option.values()[random.nextInt(Option.values().length)],
                    random.nextInt(3) > 0,
                    pick(random, 0, 1, 4, 100));
        } else if (kind < 90) {
            machines.open(random.nextBoolean() ? Opening.ACTIVE : Opening.PASSIVE);
        } else {
            expire(machines, random);
        }
    }

    /** Only a record that has a peer is reported something. */
    private static void report(TwoMachines machines, SplittableRandom random) {
        Tcb tcb = machines.java.tcb;
        if (tcb.state == State.CLOSED || tcb.state == State.LISTEN) {
            return;
        }
        var report = new Report();
        report.type = pick(random, 3, 3, 11, 12);
        report.code = random.nextInt(6);
        report.seq = pick(random, tcb.sndUna, tcb.sndUna, tcb.sndNxt - 1, tcb.sndNxt, tcb.sndUna - 1);
        report.mtu = pick(random, 0, 68, 300, 576, 1_400, 65_535);
        machines.report(report);
    }

    private static void expire(TwoMachines machines, SplittableRandom random) {
        Timer timer = Timer.values()[random.nextInt(Timer.values().length)];
        if (machines.java.isArmed(timer.title())) {
            machines.expired(timer);
        }
    }

    /** A segment that the connection may well get, at least in most of its fields. */
    private static Segment segment(Tcb tcb, SplittableRandom random) {
        var segment = new Segment();
        int behind = tcb.rcvHeld.isEmpty() ? tcb.rcvNxt : tcb.rcvHeld.end(tcb.rcvHeld.intervals() - 1);
        segment.seq = pick(
                random,
                tcb.rcvNxt,
                tcb.rcvNxt,
                tcb.rcvNxt,
                tcb.rcvNxt + random.nextInt(-3, 4),
                tcb.rcvNxt + random.nextInt(-1_500, 3_000),
                tcb.rcvNxt + tcb.rcvWnd + random.nextInt(-2, 3),
                behind + random.nextInt(3),
                random.nextInt());
        segment.ack = pick(
                random,
                tcb.sndNxt,
                tcb.sndNxt,
                tcb.sndUna,
                tcb.sndUna + random.nextInt(1 + Math.max(0, tcb.sndNxt - tcb.sndUna)),
                tcb.sndNxt + random.nextInt(-2, 3),
                random.nextInt());
        segment.wnd = pick(random, 0, 1, 700, 5_000, 65_535, 65_535, tcb.sndWnd, tcb.sndWnd);
        segment.text = pick(random, 0, 0, 0, 1, 100, 536, 1_460);
        segment.mss = pick(random, 0, 88, 536, 1_000, 1_460, 65_535);
        segment.ctlAck = random.nextInt(12) > 0;
        segment.syn = random.nextInt(tcb.state.ordinal() < 4 ? 2 : 12) == 0;
        segment.fin = random.nextInt(8) == 0;
        segment.rst = random.nextInt(24) == 0;
        segment.psh = random.nextBoolean();
        segment.urg = random.nextBoolean();
        segment.up = pick(random, 0, 1, 10, 1_000, 65_535);
        return segment;
    }

    private static int pick(SplittableRandom random, int... from) {
        return from[random.nextInt(from.length)];
    }
}
