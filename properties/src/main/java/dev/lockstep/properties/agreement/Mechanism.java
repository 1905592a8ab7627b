package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.stack.table.Seq;
import dev.lockstep.stack.tcp.table.Control;
import dev.lockstep.stack.tcp.table.Effects;
import dev.lockstep.stack.tcp.table.News;
import dev.lockstep.stack.tcp.table.Refusal;
import dev.lockstep.stack.tcp.table.Report;
import dev.lockstep.stack.tcp.table.Segment;
import dev.lockstep.stack.tcp.table.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Does what rows ask for as {@code TcpMechanism.tla} does it: text is the bytes 1, 2, 3 ..., buffers hold bytes by sequence
 * number. The stack's own mechanism is tested elsewhere.
 */
final class Mechanism implements Effects {

    private final Numbering.Pair numbers;
    private final int isn;
    private final Map<Integer, Integer> queue = new HashMap<>();
    private final Map<Integer, Integer> held = new HashMap<>();
    private final Set<String> told = new TreeSet<>();
    private final List<Integer> delivered = new ArrayList<>();
    private final List<TlaValue> sent = new ArrayList<>();
    private int given;
    private int taken;
    private int left;
    private boolean bound;
    private List<Integer> first = List.of();
    private boolean handedOn;
    private String refused = "";
    private int firstByte;
    private List<TlaValue> text = List.of();

    Mechanism(Numbering.Pair numbers, int isn) {
        this.numbers = numbers;
        this.isn = isn;
    }

    void load(TlaValue socket) {
        given = Values.number(Values.field(socket, "sent"));
        taken = Values.number(Values.field(socket, "taken"));
        left = Values.number(Values.field(socket, "left"));
        bound = Values.flag(Values.field(socket, "bound"));
        first = Values.field(socket, "first").elements().stream()
                .map(number -> numbers.own().java(Values.number(number)))
                .toList();
        Values.numbers(Values.field(socket, "queue"))
                .forEach((at, octet) -> queue.put(numbers.own().java(at), octet));
        Values.numbers(Values.field(socket, "held"))
                .forEach((at, octet) -> held.put(numbers.peer().java(at), octet));
        Values.field(socket, "delivered").elements().forEach(octet -> delivered.add(Values.number(octet)));
        Values.field(socket, "told").elements().forEach(news -> told.add(Values.string(news)));
    }

    /** What another connection finds: nothing but the number that a segment which was handed on asks for. */
    Mechanism renewed() {
        var fresh = new Mechanism(numbers, isn);
        fresh.first = first;
        return fresh;
    }

    /** As {@code load} takes it, but for {@code queue} and {@code held}, which read as functions always. */
    TlaValue read() {
        var fields = new LinkedHashMap<String, TlaValue>();
        fields.put("sent", new TlaValue.Int(given));
        fields.put("queue", function(queue, numbers.own()));
        fields.put("held", function(held, numbers.peer()));
        fields.put("delivered", Values.sequence(delivered));
        fields.put("taken", new TlaValue.Int(taken));
        fields.put("left", new TlaValue.Int(left));
        fields.put("told", Values.set(told.stream().map(TlaValue.Str::new).toList()));
        fields.put("bound", new TlaValue.Bool(bound));
        fields.put(
                "first",
                new TlaValue.Tuple(first.stream().map(numbers.own()::model).toList()));
        return new TlaValue.Rec(fields);
    }

    private static TlaValue function(Map<Integer, Integer> octets, Numbering numbering) {
        var points = new HashMap<TlaValue, TlaValue>();
        octets.forEach((at, octet) -> points.put(numbering.model(at), new TlaValue.Int(octet)));
        return new TlaValue.Fn(points);
    }

    /** The segment of the model that arrives, as the tables see it. Its text is kept for {@code keep}. */
    Segment arriving(TlaValue record) {
        var segment = new Segment();
        Set<String> control = new TreeSet<>();
        Values.field(record, "CTL").elements().forEach(bit -> control.add(Values.string(bit)));
        segment.seq = numbers.peer().java(Values.number(Values.field(record, "SEQ")));
        segment.ack = numbers.own().java(Values.number(Values.field(record, "ACK")));
        segment.wnd = Values.number(Values.field(record, "WND"));
        segment.mss = Values.number(Values.field(record, "MSS"));
        segment.syn = control.contains("SYN");
        segment.fin = control.contains("FIN");
        segment.rst = control.contains("RST");
        segment.ctlAck = control.contains("ACK");
        segment.psh = control.contains("PSH");
        segment.up = Values.number(Values.field(record, "UP"));
        segment.urg = control.contains("URG") || segment.up != 0;
        text = Values.field(record, "TEXT").elements();
        segment.text = text.size();
        firstByte = segment.syn ? segment.seq + 1 : segment.seq;
        return segment;
    }

    /** What the network reports in the model, as the tables see it: the segment that it quotes is ours. */
    Report reported(TlaValue record) {
        var report = new Report();
        report.type = Values.number(Values.field(record, "TYPE"));
        report.code = Values.number(Values.field(record, "CODE"));
        report.seq = numbers.own().java(Values.number(Values.field(record, "SEQ")));
        report.mtu = Values.number(Values.field(record, "MTU"));
        return report;
    }

    /** The segments sent, in order; may be changed by who wants to see that the change is found. */
    List<TlaValue> sent() {
        return sent;
    }

    /** The news told, as {@link #sent} open to change. */
    Set<String> told() {
        return told;
    }

    String refused() {
        return refused;
    }

    @Override
    public long now() {
        return 0;
    }

    @Override
    public int isn() {
        return first.isEmpty() ? isn : Seq.max(isn, first.getFirst());
    }

    @Override
    public void send(int seq, int ack, int ctl, int len, int wnd, int mss, int up) {
        int at = (ctl & Control.SYN) == 0 ? seq : seq + 1;
        var fields = new LinkedHashMap<String, TlaValue>();
        fields.put("SEQ", numbers.own().model(seq));
        fields.put("ACK", numbers.peer().model(ack));
        fields.put("CTL", control(ctl));
        fields.put("WND", new TlaValue.Int(wnd));
        fields.put("MSS", new TlaValue.Int(mss));
        fields.put("UP", new TlaValue.Int(up));
        fields.put("TEXT", Values.sequence(octets(queue, at, len)));
        sent.add(new TlaValue.Rec(fields));
    }

    @Override
    public void garbage(int seq, int ack, int wnd) {
        var fields = new LinkedHashMap<String, TlaValue>();
        fields.put("SEQ", numbers.own().model(seq));
        fields.put("ACK", numbers.peer().model(ack));
        fields.put("CTL", control(Control.ACK));
        fields.put("WND", new TlaValue.Int(wnd));
        fields.put("MSS", new TlaValue.Int(0));
        fields.put("UP", new TlaValue.Int(0));
        fields.put("TEXT", Values.sequence(List.of(0)));
        sent.add(new TlaValue.Rec(fields));
    }

    private static TlaValue control(int set) {
        return Values.set(Arrays.stream(Control.title(set).split(","))
                .filter(bit -> !bit.isEmpty())
                .map(TlaValue.Str::new)
                .toList());
    }

    private static List<Integer> octets(Map<Integer, Integer> from, int at, int len) {
        var octets = new ArrayList<Integer>();
        for (int i = 0; i < len; i++) {
            Integer octet = from.get(at + i);
            if (octet == null) {
                throw new IllegalStateException("a row asks for text that is not there, at " + (at + i));
            }
            octets.add(octet);
        }
        return octets;
    }

    @Override
    public void queue(int at, int len) {
        for (int i = 0; i < len; i++) {
            queue.put(at + i, ++given);
        }
    }

    @Override
    public void acknowledged(int upto) {
        queue.keySet().removeIf(at -> at - upto < 0);
    }

    @Override
    public void keep(int first, int last) {
        for (int at = first; at != last; at++) {
            held.put(at, Values.number(text.get(at - firstByte)));
        }
    }

    @Override
    public void deliver(int first, int len) {
        delivered.addAll(octets(held, first, len));
        held.keySet().removeIf(at -> at - first >= 0 && at - first < len);
    }

    @Override
    public void take(int len) {
        taken += len;
    }

    @Override
    public void bind() {
        bound = true;
        first = List.of();
    }

    @Override
    public void handOn(int notBefore) {
        handedOn = true;
        first = List.of(notBefore);
    }

    /** Whether the segment arrives once more. */
    boolean handedOn() {
        return handedOn;
    }

    /** A new socket, as OPEN makes one. */
    @Override
    public void unbind() {
        queue.clear();
        held.clear();
        delivered.clear();
        told.clear();
        given = 0;
        taken = 0;
        left = 0;
        bound = false;
        first = List.of();
    }

    @Override
    public void accept() {
        // Who the user is, is not in the model.
    }

    @Override
    public void leave() {
        left = delivered.size() - taken;
    }

    @Override
    public void tell(News news) {
        told.add(news.title());
    }

    @Override
    public void advise() {
        // Whom IP asks, is not in the model.
    }

    @Override
    public void show(int urgent) {
        // Who looks, changes nothing.
    }

    @Override
    public void refuse(Refusal why) {
        refused = why.title();
    }

    @Override
    public void arm(Timer timer, long milliseconds) {
        // The control block says which timers are armed; how long they take is not in the model.
    }

    @Override
    public void cancel(Timer timer) {
        // As above.
    }

    @Override
    public void deleteTcb() {
        queue.clear();
        held.clear();
        bound = false;
    }
}
