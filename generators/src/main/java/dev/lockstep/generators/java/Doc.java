package dev.lockstep.generators.java;

import java.util.ArrayList;
import java.util.List;

/** Text that may be broken into lines at some places, see {@link Layout}. */
sealed interface Doc {

    /** Text without a break. */
    record Text(String text) implements Doc {}

    /** A place where a line may end; otherwise it is {@code flat}: a blank or nothing. */
    record Break(String flat) implements Doc {}

    /** One after the other. */
    record Sequence(List<Doc> parts) implements Doc {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Lines that begin inside are indented by a continuation indent more. */
    record Nest(Doc inner) implements Doc {}

    /** Either all breaks directly inside end a line, or none does. */
    record Group(Doc inner) implements Doc {}

    static Doc text(String text) {
        return new Text(text);
    }

    static Doc of(Doc... parts) {
        return new Sequence(List.of(parts));
    }

    /** {@code a && b && c}: the sign stands at the beginning of a line. */
    static Doc infix(List<Doc> operands, String sign) {
        List<Doc> rest = new ArrayList<>();
        for (Doc operand : operands.subList(1, operands.size())) {
            rest.add(new Break(" "));
            rest.add(text(sign + " "));
            rest.add(operand);
        }
        return new Group(new Nest(of(operands.getFirst(), new Sequence(rest))));
    }

    /** {@code f(a, b)}. */
    static Doc call(String function, List<Doc> arguments) {
        if (arguments.isEmpty()) {
            return text(function + "()");
        }
        List<Doc> inside = new ArrayList<>();
        for (Doc argument : arguments) {
            inside.add(inside.isEmpty() ? new Break("") : of(text(","), new Break(" ")));
            inside.add(argument);
        }
        return new Group(of(text(function + "("), new Nest(new Sequence(inside)), text(")")));
    }
}
