package dev.lockstep.harness.replay;

import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.Effects;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes what rows ask for while a line of a recorded run is done again, and answers what the run's surroundings answered. */
final class RecordedEffects implements Effects {

    private final RunEvent event;
    private final List<RunEvent.Sent> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private String refused = "";
    private boolean askedIsn;
    private boolean deleted;

    RecordedEffects(RunEvent event) {
        this.event = event;
    }

    List<RunEvent.Sent> sent() {
        return sent;
    }

    List<String> told() {
        return told;
    }

    String refused() {
        return refused;
    }

    boolean askedIsn() {
        return askedIsn;
    }

    /** Whether a row deleted the control block. */
    boolean deleted() {
        return deleted;
    }

    @Override
    public long now() {
        return event.now();
    }

    @Override
    public int isn() {
        askedIsn = true;
        return (int) event.isn().orElse(0);
    }

    @Override
    public void send(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        List<String> control =
                ctl == 0 ? List.of() : Arrays.asList(Control.title(ctl).split(","));
        sent.add(new RunEvent.Sent(
                Integer.toUnsignedLong(seq), Integer.toUnsignedLong(ack), List.copyOf(control), len, wnd, mss, up));
    }

    @Override
    public void garbage(int seq, int ack, int wnd) {
        sent.add(new RunEvent.Sent(
                Integer.toUnsignedLong(seq), Integer.toUnsignedLong(ack), List.of("ACK"), 1, wnd, 0, 0));
    }

    @Override
    public void tell(News news) {
        told.add(news.title());
    }

    @Override
    public void refuse(Refusal why) {
        refused = why.title();
    }

    // Text, sockets and how long timers take are not in the recording.

    @Override
    public void queue(int at, int len) {}

    @Override
    public void acknowledged(int upto) {}

    @Override
    public void keep(int first, int last) {}

    @Override
    public void deliver(int first, int len) {}

    @Override
    public void take(int len) {}

    @Override
    public void bind() {}

    @Override
    public void unbind() {}

    @Override
    public void accept() {}

    @Override
    public void leave() {}

    @Override
    public void advise() {}

    @Override
    public void show(int urgent) {}

    @Override
    public void handOn(int first) {}

    @Override
    public void arm(Timer timer, long milliseconds) {}

    @Override
    public void cancel(Timer timer) {}

    @Override
    public void deleteTcb() {
        deleted = true;
    }
}
