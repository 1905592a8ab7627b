package dev.lockstep.properties.agreement;

import dev.lockstep.generators.tla.value.TlaValue;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Timer;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import dev.lockstep.stack.table.Ranges;
import dev.lockstep.stack.table.RowLog;
import dev.lockstep.stack.table.Titled;
import dev.lockstep.stack.tcp.table.Parameters;
import dev.lockstep.stack.tcp.table.Row;
import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Tcb;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes a {@link Tcb} of the model's control block, and the other way round. Which fields there are, the tables say. */
final class ControlBlocks {

    /** Counted from our own initial sequence number. */
    private static final Set<String> OURS =
            Set.of("ISS", "SND.UNA", "SND.NXT", "SND.WL2", "RTT.SEQ", "RECOVER", "SND.UP");

    /** Counted from the other end's. */
    private static final Set<String> THEIRS = Set.of("IRS", "RCV.NXT", "RCV.HELD", "RCV.FIN.SEQ", "RCV.UP", "SND.WL1");

    private final Protocol protocol;
    private final Parameters parameters;
    private final List<Variable> variables;

    /** @param hidden variables that the model leaves out, besides times */
    ControlBlocks(Protocol protocol, Parameters parameters, List<Variable> hidden) {
        this.protocol = protocol;
        this.parameters = parameters;
        this.variables = protocol.variables().stream()
                .filter(variable -> !isTime(variable) && !hidden.contains(variable))
                .toList();
    }

    Tcb fresh() {
        return new Tcb(new RowLog(Row.values().length), parameters);
    }

    /** What the model leaves out has its start value. */
    Tcb load(TlaValue record, Numbering.Pair numbers) {
        Tcb tcb = fresh();
        tcb.state = (State) titled(State.class, Values.string(Values.field(record, "STATE")));
        for (Variable variable : variables) {
            TlaValue value = Values.field(record, flat(variable.name()));
            set(tcb, field(java(variable.name())), variable, value, numbers);
        }
        List<TlaValue> armed = Values.field(record, "ARMED").elements();
        for (Timer timer : protocol.timers()) {
            assign(tcb, armed(timer), armed.contains(new TlaValue.Str(timer.name())));
        }
        return tcb;
    }

    TlaValue read(Tcb tcb, Numbering.Pair numbers) {
        var fields = new LinkedHashMap<String, TlaValue>();
        fields.put("STATE", new TlaValue.Str(tcb.state.title()));
        var armed = new ArrayList<TlaValue>();
        for (Timer timer : protocol.timers()) {
            if ((boolean) value(tcb, armed(timer))) {
                armed.add(new TlaValue.Str(timer.name()));
            }
        }
        fields.put("ARMED", Values.set(armed));
        for (Variable variable : variables) {
            fields.put(flat(variable.name()), get(value(tcb, field(java(variable.name()))), variable, numbers));
        }
        return new TlaValue.Rec(fields);
    }

    private static void set(Tcb tcb, Field field, Variable variable, TlaValue value, Numbering.Pair numbers) {
        switch (variable.type()) {
            case Type.Enumeration enumeration -> assign(tcb, field, titled(field.getType(), Values.string(value)));
            case Type.Simple.SEQ ->
                assign(tcb, field, numbering(variable, numbers).java(Values.number(value)));
            case Type.Simple.SIZE, Type.Simple.COUNT -> assign(tcb, field, Values.number(value));
            case Type.Simple.FLAG -> assign(tcb, field, Values.flag(value));
            case Type.Simple.RANGES -> {
                Ranges ranges = (Ranges) value(tcb, field);
                for (TlaValue member : value.elements()) {
                    int number = numbering(variable, numbers).java(Values.number(member));
                    ranges.with(number, number + 1);
                }
            }
            default -> throw new IllegalArgumentException("no model holds " + variable);
        }
    }

    private static TlaValue get(Object value, Variable variable, Numbering.Pair numbers) {
        return switch (variable.type()) {
            case Type.Enumeration enumeration -> new TlaValue.Str(((Titled) value).title());
            case Type.Simple.SEQ -> numbering(variable, numbers).model((int) value);
            case Type.Simple.SIZE, Type.Simple.COUNT -> new TlaValue.Int((int) value);
            case Type.Simple.FLAG -> new TlaValue.Bool((boolean) value);
            case Type.Simple.RANGES -> members((Ranges) value, numbering(variable, numbers));
            default -> throw new IllegalArgumentException("no model holds " + variable);
        };
    }

    private static TlaValue members(Ranges ranges, Numbering numbering) {
        var members = new ArrayList<TlaValue>();
        for (int i = 0; i < ranges.intervals(); i++) {
            for (int number = ranges.start(i); number != ranges.end(i); number++) {
                members.add(numbering.model(number));
            }
        }
        return Values.set(members);
    }

    private static Numbering numbering(Variable variable, Numbering.Pair numbers) {
        if (OURS.contains(variable.name())) {
            return numbers.own();
        }
        if (THEIRS.contains(variable.name())) {
            return numbers.peer();
        }
        throw new IllegalArgumentException("whose numbers does " + variable.name() + " hold? Say so here");
    }

    private static boolean isTime(Variable variable) {
        return variable.type() == Type.Simple.DURATION || variable.type() == Type.Simple.INSTANT;
    }

    private static Object titled(Class<?> type, String title) {
        for (Object constant : type.getEnumConstants()) {
            if (((Titled) constant).title().equals(title)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + title + " in " + type);
    }

    private static String flat(String name) {
        return name.replace('.', '_').replace('-', '_');
    }

    /** {@code SND.WND.MAX} as {@code sndWndMax}. */
    private static String java(String name) {
        var text = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("[.-]")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }

    private static Field armed(Timer timer) {
        return field(java(timer.name()) + "Armed");
    }

    private static Field field(String name) {
        try {
            return Tcb.class.getField(name);
        } catch (NoSuchFieldException fault) {
            throw new IllegalStateException("the generated Tcb has no such field", fault);
        }
    }

    private static Object value(Tcb tcb, Field field) {
        try {
            return field.get(tcb);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void assign(Tcb tcb, Field field, Object value) {
        try {
            field.set(tcb, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
