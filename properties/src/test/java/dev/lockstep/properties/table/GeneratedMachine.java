package dev.lockstep.properties.table;

import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.stack.table.Ranges;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.table.Titled;
import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.Effects;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.Tcb;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The generated TCP, seen in the words of the tables, to be compared with a {@link TableMachine}. */
final class GeneratedMachine implements Effects {

    final Parameters parameters;
    final RowLog log = new RowLog(Row.values().length);
    final Tcb tcb;
    private final List<String> effects = new ArrayList<>();
    private long now;
    private int isn;

    GeneratedMachine(Parameters parameters) {
        this.parameters = parameters;
        this.tcb = new Tcb(log, parameters);
    }

    /** Another event begins. */
    void begin(long nowMillis, int isnOffered) {
        effects.clear();
        now = nowMillis;
        isn = isnOffered;
    }

    List<String> effects() {
        return effects;
    }

    List<String> rows() {
        return Arrays.stream(log.current())
                .mapToObj(ordinal -> Row.at(ordinal).id())
                .toList();
    }

    /** The value of a variable, in the form that {@link TableValues} has. */
    Object variable(Variable variable) {
        try {
            Object value = Tcb.class.getField(camel(variable.name())).get(tcb);
            return switch (value) {
                case Integer number ->
                    variable.type() == Type.Simple.SEQ ? Integer.toUnsignedLong(number) : (Object) number.longValue();
                case Titled titled -> titled.title();
                case Ranges ranges -> numbers(ranges);
                default -> value;
            };
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("no field for " + variable.name(), fault);
        }
    }

    /** Whether a timer of the tables is armed. */
    boolean isArmed(String timer) {
        try {
            return Tcb.class.getField(camel(timer) + "Armed").getBoolean(tcb);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("no field for " + timer, fault);
        }
    }

    private static String camel(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("[._-]");
        var camel = new StringBuilder(parts[0]);
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            camel.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return camel.toString();
    }

    private static Set<Long> numbers(Ranges ranges) {
        Set<Long> numbers = new TreeSet<>();
        for (int i = 0; i < ranges.intervals(); i++) {
            for (int at = ranges.start(i); at != ranges.end(i); at++) {
                numbers.add(Integer.toUnsignedLong(at));
            }
        }
        return numbers;
    }

    // ------------------------------------------------------------------------------------------------- effects

    private void say(String effect, Object... arguments) {
        effects.add(effect + Arrays.asList(arguments));
    }

    private static long seq(int number) {
        return Integer.toUnsignedLong(number);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public int isn() {
        return isn;
    }

    @Override
    public void send(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        say("send", seq(seq), seq(ack), new TreeSet<>(List.of(Control.title(ctl).split(","))), len, wnd, mss, up);
    }

    @Override
    public void garbage(int seq, int ack, int wnd) {
        say("garbage", seq(seq), seq(ack), wnd);
    }

    @Override
    public void queue(int at, int len) {
        say("queue", seq(at), len);
    }

    @Override
    public void acknowledged(int upto) {
        say("acknowledged", seq(upto));
    }

    @Override
    public void keep(int first, int last) {
        say("keep", seq(first), seq(last));
    }

    @Override
    public void deliver(int first, int len) {
        say("deliver", seq(first), len);
    }

    @Override
    public void take(int len) {
        say("take", len);
    }

    @Override
    public void bind() {
        say("bind");
    }

    @Override
    public void handOn(int first) {
        say("hand_on", seq(first));
    }

    @Override
    public void unbind() {
        say("unbind");
    }

    @Override
    public void accept() {
        say("accept");
    }

    @Override
    public void leave() {
        say("leave");
    }

    @Override
    public void tell(News news) {
        say("tell", news.title());
    }

    @Override
    public void advise() {
        say("advise");
    }

    @Override
    public void show(int urgent) {
        say("show", urgent);
    }

    @Override
    public void refuse(Refusal why) {
        say("refuse", why.title());
    }

    @Override
    public void arm(Timer timer, long milliseconds) {
        effects.add("arm " + timer.title() + " " + milliseconds);
    }

    @Override
    public void cancel(Timer timer) {
        effects.add("cancel " + timer.title());
    }

    @Override
    public void deleteTcb() {
        effects.add("delete_tcb");
    }
}
