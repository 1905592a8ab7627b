package dev.lockstep.properties.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpairmentTest {

    @Test
    void readsEveryOption() {
        assertThat(Impairment.parse("loss=2%, duplicate=1%,reorder=2%,depth=3,delay=20ms,jitter=1500us,"
                        + "corrupt=0.1%,rate=100mbit,queue=64KB"))
                .containsExactly(
                        new Impairment.Loss(0.02),
                        new Impairment.Corrupt(0.001),
                        new Impairment.Duplicate(0.01),
                        new Impairment.Rate(100_000_000, 65536),
                        new Impairment.Reorder(0.02, 3),
                        new Impairment.Delay(20_000_000, 1_500_000));
    }

    @Test
    void fillsInWhatWasLeftOut() {
        assertThat(Impairment.parse("rate=1gbit,reorder=1%,delay=0.5ms"))
                .containsExactly(
                        new Impairment.Rate(1_000_000_000, 12_500_000),
                        new Impairment.Reorder(0.01, 1),
                        new Impairment.Delay(500_000, 0));
        assertThat(Impairment.parse("  ")).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        String text = "loss=2%,corrupt=0.1%,duplicate=100%,rate=1500kbit,queue=64KB,reorder=0%,depth=3,"
                + "delay=20ms,jitter=1500us";

        List<Impairment> impairments = Impairment.parse(text);

        assertThat(Impairment.describe(impairments)).isEqualTo(text);
        assertThat(Impairment.parse(Impairment.describe(impairments))).isEqualTo(impairments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lose=2%           | impairment `lose=2%`: no such option: lose     | did you mean loss?
            dealy=20ms        | impairment `dealy=20ms`: no such option: dealy | did you mean delay?
            xyzzy=1           | impairment `xyzzy=1`: no such option: xyzzy    | there are loss, corrupt, duplicate
            loss              | impairment `loss`: the value is missing        | write e.g. loss=2%
            loss=2%,          | impairment ``: no such option:                 | there are loss
            loss=2            | impairment `loss=2`: a share is given in percent | write e.g. loss=2%
            loss=101%         | impairment `loss=101%`: not between 0% and 100% | write e.g. loss=2%
            loss=x%           | impairment `loss=x%`: not a number: x          | write e.g. loss=2%
            loss=1%,loss=2%   | impairment `loss=2%`: loss is given twice      | keep one of them
            delay=20          | impairment `delay=20`: the unit of time is missing | use one of ns, us, ms, s
            delay=20sec       | impairment `delay=20sec`: no such unit of time: sec | e.g. delay=20ms
            delay=-1ms        | impairment `delay=-1ms`: not a number: -1      | write e.g. delay=20ms
            delay=1e9s        | impairment `delay=1e9s`: not a number: 1e9     | write e.g. delay=20ms
            delay=999999999999s | impairment `delay=999999999999s`: out of range | write e.g. delay=20ms
            jitter=5ms        | impairment `jitter=5ms`: jitter means nothing without delay | add e.g. delay=20ms
            delay=1ms,jitter=2ms | impairment `jitter=2ms`: longer than the delay | at most delay=1ms
            reorder=1%,depth=0 | impairment `depth=0`: not a whole number from 1 to 1000 | write e.g. depth=3
            rate=0mbit        | impairment `rate=0mbit`: zero lets nothing through | write e.g. rate=100mbit
            rate=1Mbps        | impairment `rate=1Mbps`: no such unit of rate: Mbps | use one of bit, kbit, mbit, gbit
            queue=64KB        | impairment `queue=64KB`: queue means nothing without rate | add e.g. rate=100mbit
            """)
    void saysWhatIsWrongAndWhatWouldBeRight(String text, String message, String fix) {
        var fault = catchThrowableOfType(ImpairmentSyntaxException.class, () -> Impairment.parse(text));

        assertThat(fault).hasMessageStartingWith(message);
        assertThat(fault.fix()).contains(fix);
    }
}
