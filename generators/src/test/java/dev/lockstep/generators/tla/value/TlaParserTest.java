package dev.lockstep.generators.tla.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TlaParserTest {

    @Test
    void aStateAsTlcPrintsIt() {
        Map<String, TlaValue> state = TlaParser.assignments("""
                /\\ faults = -1
                /\\ tcb = [A |-> [STATE |-> "SYN-SENT", ARMED |-> {}], B |-> [STATE |-> "CLOSED", ARMED |-> {"persist"}]]
                /\\ net = [ A |-> <<[SEQ |-> 3, CTL |-> {"ACK", "SYN"}, TEXT |-> <<>>]>>,
                  B |-> <<>> ]
                """);
        assertThat(state).containsOnlyKeys("faults", "tcb", "net").containsEntry("faults", new TlaValue.Int(-1));
        TlaValue segment = state.get("net").at("A").orElseThrow().elements().getFirst();
        assertThat(segment.at("CTL").orElseThrow().elements())
                .containsExactly(new TlaValue.Str("ACK"), new TlaValue.Str("SYN"));
    }

    @Test
    void oneVariableStandsWithoutConjunction() {
        assertThat(TlaParser.assignments("x = 1..3\n")).containsEntry("x", new TlaValue.Interval(1, 3));
    }

    @Test
    void functionsAndStrings() {
        TlaValue function = TlaParser.value("(6 :> \"a \\\"b\\\" \\\\ c\" @@ 7 :> m1)");
        assertThat(function)
                .isEqualTo(new TlaValue.Fn(Map.of(
                        new TlaValue.Int(6),
                        new TlaValue.Str("a \"b\" \\ c"),
                        new TlaValue.Int(7),
                        new TlaValue.Atom("m1"))));
    }

    @Test
    void whatItDoesNotReadItRefuses() {
        for (String wrong : List.of("", "[a |-> ]", "<<1, 2", "\"open", "1 2", "99999999999", "{1,}", "(1 :> 2", "@")) {
            assertThatThrownBy(() -> TlaParser.value(wrong)).as(wrong).isInstanceOf(TlaSyntaxException.class);
        }
    }

    @Test
    void boundedInDepthAndLength() {
        assertThatThrownBy(() -> TlaParser.value("{".repeat(1_000_000))).isInstanceOf(TlaSyntaxException.class);
        assertThatThrownBy(() -> TlaParser.value(" ".repeat(TlaParser.LONGEST + 1) + "1"))
                .isInstanceOf(TlaSyntaxException.class);
    }

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll("values") TlaValue value) {
        assertThat(TlaParser.value(value.toString())).isEqualTo(value);
    }

    @Provide
    Arbitrary<TlaValue> values() {
        return values(3);
    }

    private static Arbitrary<TlaValue> values(int depth) {
        Arbitrary<TlaValue> leaf = Arbitraries.oneOf(
                Arbitraries.integers().map(TlaValue.Int::new),
                Arbitraries.of(true, false).map(TlaValue.Bool::new),
                Arbitraries.strings()
                        .ascii()
                        .excludeChars('\n', '\r', '\t', '\f')
                        .ofMaxLength(6)
                        .map(TlaValue.Str::new));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<TlaValue>> some = values(depth - 1).list().ofMaxSize(3);
        Arbitrary<String> names =
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(5);
        return Arbitraries.oneOf(
                leaf,
                some.map(TlaValue.SetOf::new),
                some.map(TlaValue.Tuple::new),
                Arbitraries.maps(names, values(depth - 1))
                        .ofMaxSize(3)
                        .map(fields -> new TlaValue.Rec(new LinkedHashMap<>(fields))),
                Arbitraries.maps(values(depth - 1), values(depth - 1))
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(TlaValue.Fn::new));
    }
}
