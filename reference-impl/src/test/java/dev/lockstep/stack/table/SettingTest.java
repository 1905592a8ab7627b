package dev.lockstep.stack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingTest {

    private static final List<String> NAMES = List.of("RTO.MIN", "NAGLE", "MSS.RECEIVE", "CONGESTION");

    private enum Fruit implements Titled {
        APPLE("apple"),
        STAR_FRUIT("star-fruit");

        private final String title;

        Fruit(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    @Test
    void readsTheNotationOfTheTables() {
        assertThat(setting("RTO.MIN", "200ms").duration("RTO.MIN", 1)).isEqualTo(200);
        assertThat(setting("RTO.MIN", "1s").duration("RTO.MIN", 1)).isEqualTo(1_000);
        assertThat(setting("RTO.MIN", "2min").duration("RTO.MIN", 1)).isEqualTo(120_000);
        assertThat(setting("MSS.RECEIVE", "9000").size("MSS.RECEIVE", 1)).isEqualTo(9_000);
        assertThat(setting("NAGLE", "false").flag("NAGLE", true)).isFalse();
        assertThat(setting("CONGESTION", "star-fruit").oneOf("CONGESTION", Fruit.APPLE, Fruit.values()))
                .isEqualTo(Fruit.STAR_FRUIT);
    }

    @Test
    void writesDurationsInTheLargestUnit() {
        assertThat(Setting.duration(200)).isEqualTo("200ms");
        assertThat(Setting.duration(1_000)).isEqualTo("1s");
        assertThat(Setting.duration(120_000)).isEqualTo("2min");
        assertThat(Setting.duration(0)).isEqualTo("0ms");
    }

    @Test
    void leavesOtherParametersAlone() {
        assertThat(setting("RTO.MIN", "200ms").size("MSS.RECEIVE", 1460)).isEqualTo(1460);
        assertThat(setting("RTO.MIN", "200ms").flag("NAGLE", true)).isTrue();
    }

    @Test
    void saysWhichParameterWasPerhapsMeant() {
        assertThatThrownBy(() -> setting("RTO.MN", "1s")).hasMessage("no parameter RTO.MN; did you mean RTO.MIN?");
        assertThatThrownBy(() -> setting("nagle", "true")).hasMessage("no parameter nagle; did you mean NAGLE?");
        assertThatThrownBy(() -> setting("COLOUR", "red"))
                .hasMessage("no parameter COLOUR; there are RTO.MIN, NAGLE, MSS.RECEIVE, CONGESTION");
    }

    @Test
    void saysWhatAValueShouldLookLike() {
        assertThatThrownBy(() -> setting("RTO.MIN", "200").duration("RTO.MIN", 1))
                .hasMessage("RTO.MIN=200: expected a duration such as 200ms, 1s or 2min");
        assertThatThrownBy(() -> setting("RTO.MIN", "ms").duration("RTO.MIN", 1))
                .hasMessageContaining("expected a duration");
        assertThatThrownBy(() -> setting("MSS.RECEIVE", "-1").size("MSS.RECEIVE", 1))
                .hasMessage("MSS.RECEIVE=-1: expected a size in bytes, a whole number from 0 to 1073741823");
        assertThatThrownBy(() -> setting("NAGLE", "yes").flag("NAGLE", true))
                .hasMessage("NAGLE=yes: expected true or false");
        assertThatThrownBy(() -> setting("CONGESTION", "pear").oneOf("CONGESTION", Fruit.APPLE, Fruit.values()))
                .hasMessage("CONGESTION=pear: expected one of apple, star-fruit");
    }

    private static Setting setting(String name, String value) {
        return Setting.of(NAMES, name, value);
    }
}
