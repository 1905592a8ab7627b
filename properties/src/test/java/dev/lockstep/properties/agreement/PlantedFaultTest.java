package dev.lockstep.properties.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.tcp.table.State;
import dev.lockstep.stack.tcp.table.Tcb;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** That the replay can fail, and what it then says. */
class PlantedFaultTest {

    @Test
    void aVariableThatIsWrong() {
        assertThat(first((tcb, mechanism) -> {
                    if (tcb.state == State.ESTABLISHED) {
                        tcb.sndWnd++;
                    }
                }))
                .contains(
                        "Receive",
                        "gets [",
                        "SND_WND: the model says 2, Java 3",
                        "rows in Java: ",
                        "before: A ",
                        "edge ")
                .doesNotContain("fired:");
    }

    @Test
    void aSegmentThatIsNotSent() {
        assertThat(first((tcb, mechanism) -> mechanism.sent().clear()))
                .contains("user calls OPEN [active]", ".net: the model says <<[", "Java <<>>");
    }

    @Test
    void aTimerThatIsNotArmed() {
        assertThat(first((tcb, mechanism) -> tcb.retransmissionArmed = false))
                .contains(".tcb.ARMED: the model says {\"retransmission\"}, Java {}");
    }

    @Test
    void aNumberThatIsOnlyCongruent() {
        assertThat(first((tcb, mechanism) -> tcb.sndNxt += 16)).contains("SND_NXT: the model says", "(far from");
    }

    @Test
    void newsThatIsNotTold() {
        assertThat(first((tcb, mechanism) -> mechanism.told().clear())).contains(".socket.told: the model says {\"");
    }

    @Test
    void aRowThatIsOtherwiseInTheModel() {
        Explored edited = Explored.edited(
                "open",
                text -> text.contains("ListenSynEffect(w, SEG, ISN) ==")
                        ? replaced(
                                text,
                                "\"listen-syn\",\n                          [tcb EXCEPT !.IRS = SEG.SEQ,",
                                "\"listen-syn\",\n                          [tcb EXCEPT !.IRS = SEG.SEQ \\oplus 1,")
                        : text);
        assertThat(first(edited, (tcb, mechanism) -> {}))
                .contains("ReceiveB: B gets [", "B.tcb.IRS: the model says 0, Java 15");
    }

    @Test
    void anActionOfUnknownMeaning() {
        assertThatThrownBy(() -> new Happenings(Explored.of("open").model()).of("TeleportA"))
                .hasMessageContaining("no action TeleportA among");
    }

    private static String first(BiConsumer<Tcb, Mechanism> fault) {
        return first(Explored.of("open"), fault);
    }

    private static String first(Explored explored, BiConsumer<Tcb, Mechanism> fault) {
        Replay.Result result = Replay.of(explored, new Placement(explored.model(), -1, -1), fault);
        assertThat(result.disagreements()).isNotEmpty();
        return result.disagreements().getFirst().toString();
    }

    /** What is to be edited has to stand there exactly once: else the templates have changed. */
    private static String replaced(String text, String old, String with) {
        assertThat(text).containsOnlyOnce(old);
        return text.replace(old, with);
    }
}
