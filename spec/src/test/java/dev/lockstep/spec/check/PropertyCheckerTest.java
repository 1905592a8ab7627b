package dev.lockstep.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Diagnostic;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.ExprText;
import dev.lockstep.spec.expr.Property;
import dev.lockstep.spec.expr.syntax.SyntaxReader;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Type;
import dev.lockstep.spec.model.Variable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PropertyCheckerTest {

    private static final Protocol TCP =
            SpecificationLoader.load(Path.of("tables")).orThrow().protocol("tcp");

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<Property> check(String text) {
        var place = new Place("model", 1, 1);
        var sent = new Variable("SENT", Type.Simple.SIZE, new Expr.Number(0, Type.Simple.SIZE, place), "", "", place);
        var checker = new PropertyChecker(TCP, List.of(sent), Set.of("A", "B"), diagnostics);
        return new SyntaxReader(diagnostics)
                .expression(text, offset -> new Place("model", 1, offset + 1))
                .flatMap(checker::property);
    }

    private String fault(String text) {
        assertThat(check(text)).isEmpty();
        return diagnostics.sorted().stream()
                .map(Diagnostic::toString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConditionNamesBothEndpoints() {
        Property property = check("A.SND.UNA <= B.RCV.NXT and armed(A.persist)").orElseThrow();
        assertThat(property).isInstanceOf(Property.Holds.class);
        var and = (Expr.And) ((Property.Holds) property).condition();
        var first = (Expr.Compare) and.operands().getFirst();
        assertThat(first.operands())
                .extracting(expr -> ((Expr.At) expr).endpoint())
                .containsExactly("A", "B");
        assertThat(and.operands().get(1)).isInstanceOf(Expr.At.class);
    }

    @Test
    void alwaysReachesAsFarAsItCan() {
        var always = (Property.Always)
                check("always A.STATE = ESTABLISHED implies B.SND.SYN").orElseThrow();
        assertThat(always.operand()).isInstanceOf(Property.Implies.class);
    }

    @Test
    void timeMayStandOnTheRight() {
        var leadsTo = (Property.LeadsTo)
                check("A.SENT > 0 ~> eventually B.STATE = CLOSED").orElseThrow();
        assertThat(leadsTo.effect()).isInstanceOf(Property.Eventually.class);
    }

    @Test
    void timeMayStandInParentheses() {
        var and = (Property.And)
                check("(eventually A.SND.FIN) and not (always B.SND.FIN)").orElseThrow();
        assertThat(and.operands().get(1)).isInstanceOf(Property.Not.class);
    }

    @Test
    void definitionsAreSeenFromAnEndpoint() {
        var holds = (Property.Holds) check("A.flight > A.text_in_flight").orElseThrow();
        assertThat(holds.condition().toString()).contains("flight");
        assertThat(check("A.in_window(B.SND.NXT)")).isPresent();
    }

    @Test
    void parametersNeedNoEndpoint() {
        assertThat(check("A.RCV.WND <= RCV.BUFFER")).isPresent();
    }

    @Test
    void aVariableNeedsAnEndpoint() {
        assertThat(fault("SND.UNA = A.SND.NXT")).contains("say whose `SND.UNA`").contains("`A.SND.UNA`");
    }

    @Test
    void aStepHasASegmentThatArrivesAndAStateAfterIt() {
        assertThat(check("A.SEG.SEQ = A.RCV.NXT and A.acceptable and after(A.STATE) = CLOSED"))
                .isPresent();
    }

    @Test
    void segmentsOfAQueueAreAskedOneByOne() {
        var holds = (Property.Holds)
                check("some(A.ARRIVING, SEG.RST and A.in_window(SEG.SEQ))").orElseThrow();
        assertThat(holds.condition()).isInstanceOf(Expr.Segments.class);
        assertThat(ExprText.of(holds.condition())).isEqualTo("some(A.ARRIVING, SEG.RST and A.in_window(SEG.SEQ))");
        assertThat(check("every(B.SENDS, SEG.LEN > 0)")).isPresent();
    }

    @Test
    void aSegmentsFieldNeedsAnEndpointOrAQueue() {
        assertThat(fault("SEG.RST")).contains("say whose `SEG.RST`");
    }

    @Test
    void aQueueIsThatOfAnEndpoint() {
        assertThat(fault("some(A.SEND, SEG.RST)")).contains("error L301").contains("`A.SENDS`");
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void someNeedsACondition() {
        assertThat(fault("some(A.SENDS)")).contains("`some` takes 2 arguments, and has 1");
    }

    @Test
    void afterAsksForAMoment() {
        assertThat(fault("after(A.SEG.RST)")).contains("error L314").contains("about the step itself");
    }

    @Test
    void aCallsFieldsAreGone() {
        assertThat(fault("A.CALL.LEN = 0")).contains("field of the event SEND");
    }

    @Test
    void timeMayNotStandInsideAComparison() {
        assertThat(fault("A.SND.SYN = (always A.SND.FIN)"))
                .contains("error L314")
                .contains("`always`");
    }
}
