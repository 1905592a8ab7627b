package dev.lockstep.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.syntax.SyntaxReader;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types of spec/README.md, over the vocabulary of TCP. */
class TypingTest {

    private static final Protocol TCP =
            SpecificationLoader.load(Path.of("tables")).orThrow().protocol("tcp");

    private final Diagnostics diagnostics = new Diagnostics();

    private Expr build(String text, Type hint) {
        var scope = Scope.within(Vocabulary.of(TCP), Scope.Kind.BODY, "segment");
        return new SyntaxReader(diagnostics)
                .expression(text, offset -> new Place("table", 1, offset + 1))
                .map(syntax -> new Typing(scope, diagnostics).build(syntax, hint))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SND.NXT + SND.WND                | seq",
                "SND.NXT - SND.WND                | seq",
                "SND.NXT - SND.UNA                | size",
                "SND.NXT + 1                      | seq",
                "SND.NXT - SND.UNA - 1            | size",
                "SND.WND * SND.MSS                | size",
                "SND.WND * RETRIES                | size",
                "RETRIES * SND.WND                | size",
                "2 * SND.WND                      | size",
                "SND.WND / 2                      | size",
                "SND.WND / SND.MSS                | size",
                "RETRIES + 1                      | count",
                "RETRIES * 2                      | count",
                "RETRIES / 2                      | count",
                "RTO + RTTVAR                     | duration",
                "4 * RTTVAR                       | duration",
                "RTTVAR * 4                       | duration",
                "RTO / 8                          | duration",
                "NOW - RTT.START                  | duration",
                "NOW + RTO                        | instant",
                "200ms                            | duration",
                "2min                             | duration",
                "7                                | count",
                "1 + 2                            | count",
                "min(1, SND.MSS)                  | size",
                "max(SND.NXT, SND.UNA)            | seq",
                "min(RTO, 1s)                     | duration",
                "abs(SND.NXT - SND.UNA)           | size",
                "if SEG.SYN then 1 else SND.MSS   | size",
                "SND.MSS + (if SEG.SYN then 1 else 0) | size",
                "end_of(RCV.HELD, RCV.NXT)        | seq",
                "holds(RCV.HELD, RCV.NXT)         | flag",
                "is_empty(RCV.HELD)               | flag",
                "armed(persist)                   | flag",
                "STATE                            | state",
                "STATE = ESTABLISHED              | flag",
                "STATE in {CLOSING, LAST-ACK}     | flag",
                "RETRIES in {1, 2}                | flag",
                "OPENED = passive                 | flag",
                "passive = OPENED                 | flag",
                "SND.UNA < SEG.ACK <= SND.NXT     | flag",
                "SND.SYN = SND.FIN                | flag",
                "in_window(SEG.SEQ)               | flag",
                "acceptable and not new_ack       | flag",
                "flight                           | size",
                "OPENED                           | opening",
            })
    void aTypeFollows(String text, String word) {
        Expr expr = build(text, null);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(Type.word(expr.type())).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SND.NXT + SND.UNA",
                "SND.WND + SND.NXT",
                "1 + SND.NXT",
                "SND.NXT * 2",
                "SND.WND + RETRIES",
                "RETRIES / SND.WND",
                "RTO * RTO",
                "RTO * SND.WND",
                "2 / RTO",
                "NOW + NOW",
                "NOW - RTO",
                "SEG.SYN + 1",
                "SND.NXT > 0",
                "OPENED < passive",
                "SEG.SYN <= SEG.ACK",
                "RCV.HELD = RCV.HELD",
                "SEG.SYN in {1}",
                "SND.NXT in {1}",
                "min(OPENED, passive)",
                "min(SND.NXT, 1)",
                "abs(SND.NXT)",
            })
    void anOperatorDoesNotTakeIt(String text) {
        assertFault(text, Code.OPERATOR_TYPES, Code.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SND.UNA < SND.WND",
                "RTO < 200",
                "RETRIES < SND.WND",
                "SEG.SYN and SND.WND",
                "not SND.WND",
                "if SND.WND then 1 else 2",
                "if SEG.SYN then SND.WND else RTO",
                "in_window(SND.WND)",
                "holds(SND.WND, RCV.NXT)",
                "STATE = passive",
                "min(SND.WND, RTO)",
            })
    void twoTypesDoNotMeet(String text) {
        assertFault(text, Code.WRONG_TYPE, Code.UNKNOWN_NAME);
    }

    private void assertFault(String text, Code... codes) {
        assertThat(build(text, null)).isNull();
        assertThat(diagnostics.sorted()).hasSize(1);
        assertThat(codes).contains(diagnostics.sorted().getFirst().code());
    }

    @Test
    void aBareNumberIsASequenceNumberWhereOneIsWanted() {
        assertThat(build("0", Type.Simple.SEQ))
                .isEqualTo(new Expr.Number(0, Type.Simple.SEQ, new Place("table", 1, 1)));
        assertThat(build("4294967295", Type.Simple.SEQ)).isNotNull();
        assertThat(build("4294967296", Type.Simple.SEQ)).isNull();
        assertThat(build("2147483648", Type.Simple.SIZE)).isNull();
        assertThat(build("99999999999999999999", Type.Simple.COUNT)).isNull();
    }

    @Test
    void durationsAreMilliseconds() {
        assertThat(((Expr.Number) build("2min", null)).value()).isEqualTo(120_000);
        assertThat(((Expr.Number) build("3s", null)).value()).isEqualTo(3_000);
        assertThat(build("99999999999999min", null)).isNull();
    }

    @Test
    void namesInASetComeInTheirOrderAndOnce() {
        var control = new Type.SetOf(TCP.enums().stream()
                .filter(type -> type.name().equals("control"))
                .findFirst()
                .orElseThrow());
        var place = new Place("table", 1, 1);
        var typing = new Typing(Scope.of(Vocabulary.of(TCP), Scope.Kind.BODY), diagnostics);
        Expr set = typing.typed(
                new dev.lockstep.spec.expr.syntax.Syntax.Names(List.of(name("ACK"), name("SYN"), name("ACK")), place),
                control);
        assertThat(((Expr.EnumeralSet) set).values()).containsExactly("SYN", "ACK");
    }

    private static dev.lockstep.spec.expr.syntax.Syntax name(String name) {
        return new dev.lockstep.spec.expr.syntax.Syntax.Name(name, new Place("table", 1, 1));
    }

    @Test
    void aValueOfOneEnumerationNeedsNoCompanion() {
        assertThat(build("closing = closing", null)).isNotNull();
        assertThat(build("none", null)).isNotNull();
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void everyFaultOfAnExpressionIsTold() {
        assertThat(build("SND.NTX > 0 and RTO < 5 or SEGG.SYN", null)).isNull();
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::code)
                .containsExactly(Code.UNKNOWN_NAME, Code.WRONG_TYPE, Code.UNKNOWN_NAME);
    }

    @Test
    void precedenceIsAsTheReferenceSays() {
        var or = (Expr.Or) build("SEG.SYN and SEG.FIN or not SEG.RST and SEG.ACK = SND.NXT + 2", null);
        assertThat(or.operands()).hasSize(2).allMatch(Expr.And.class::isInstance);
        var sum = (Expr.Arithmetic) build("1 + 2 * 3 - 4", null);
        assertThat(sum.operator()).isEqualTo(Expr.Operator.MINUS);
        assertThat(((Expr.Arithmetic) sum.left()).operator()).isEqualTo(Expr.Operator.PLUS);
        var choice = (Expr.If) build("if SEG.SYN then 1 else 2 + 3", null);
        assertThat(choice.otherwise()).isInstanceOf(Expr.Arithmetic.class);
    }
}
