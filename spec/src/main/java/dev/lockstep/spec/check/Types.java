package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.diagnostic.Spelling;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Type.Simple;
import dev.lockstep.spec.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words behind {@code type:}. */
final class Types {

    /** Where a type is declared. */
    enum Use {
        VARIABLE("a variable"),
        PARAMETER("a parameter"),
        INPUT("an input or field"),
        SLOT("a slot"),
        ARGUMENT("an argument"),
        DEFINITION("a definition");

        private final String words;

        Use(String words) {
            this.words = words;
        }
    }

    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    Types(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    /** The type that a word names; empty, reported, if it names none or one that may not stand here. */
    Optional<Type> of(Optional<Scalar> word, Use use) {
        return word.flatMap(known -> of(known, use));
    }

    private Optional<Type> of(Scalar word, Use use) {
        Optional<Type> type = vocabulary.type(word.text());
        if (type.isEmpty()) {
            VocabularyChecker.unknown(word, Code.UNKNOWN_TYPE, "type", words(), diagnostics);
            return type;
        }
        boolean fits = switch (type.get()) {
            case Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT, DURATION, FLAG -> true;
                    case INSTANT -> use != Use.PARAMETER;
                    case RANGES -> use == Use.VARIABLE;
                    case STATE -> false;
                };
            case Type.Enumeration enumeration -> true;
            case Type.SetOf set -> use == Use.SLOT;
        };
        if (!fits) {
            diagnostics.add(
                    word.place(),
                    Code.TYPE_NOT_ALLOWED,
                    use.words + " cannot be of type " + word.text(),
                    advice(type.get()));
            return Optional.empty();
        }
        return type;
    }

    private static String advice(Type type) {
        if (type == Simple.RANGES) {
            return "only variables are ranges, since they are changed in place";
        }
        if (type == Simple.STATE) {
            return "only `STATE` is a state";
        }
        return type instanceof Type.SetOf ? "only slots of effects are sets" : "declare a duration";
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        for (Simple simple : Simple.values()) {
            words.add(simple.word());
        }
        words.addAll(vocabulary.enums.keySet());
        return words;
    }

    /** The name of an event; the empty string, reported, if there is no such event. */
    String event(Scalar name) {
        if (vocabulary.events.containsKey(name.text())) {
            return name.text();
        }
        diagnostics.add(
                name.place(),
                Code.UNKNOWN_EVENT,
                "there is no event `" + name.text() + "`",
                Spelling.advice(name.text(), vocabulary.events.keySet()));
        return "";
    }

    /** Some value of a type, to stand for one that is broken. Never seen outside, since the fault was reported. */
    static Expr anyOf(Type type, Place place) {
        return switch (type) {
            case Simple simple ->
                switch (simple) {
                    case SEQ, SIZE, COUNT, DURATION, INSTANT -> new Expr.Number(0, type, place);
                    case FLAG -> new Expr.Truth(true, place);
                    case RANGES -> new Expr.Builtin(Expr.Function.NONE, List.of(), type, place);
                    case STATE -> new Expr.CurrentState(place);
                };
            case Type.Enumeration enumeration ->
                new Expr.Enumeral(
                        enumeration.values().isEmpty()
                                ? "?"
                                : enumeration.values().getFirst(),
                        enumeration,
                        place);
            case Type.SetOf set -> new Expr.EnumeralSet(List.of(), set, place);
        };
    }
}
