package dev.lockstep.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> VERBS = List.of("lint", "check", "test", "trace", "up");

    @Test
    void oneSlipOfEachKind() {
        assertThat(Spelling.closest("tset", VERBS)).hasValue("test");
        assertThat(Spelling.closest("chek", VERBS)).hasValue("check");
        assertThat(Spelling.closest("linnt", VERBS)).hasValue("lint");
        assertThat(Spelling.closest("trade", VERBS)).hasValue("trace");
    }

    @Test
    void anotherWordIsNoSlip() {
        assertThat(Spelling.closest("frobnicate", VERBS)).isEmpty();
        assertThat(Spelling.closest("x", VERBS)).isEmpty();
        assertThat(Spelling.closest("", VERBS)).isEmpty();
    }

    @Property
    void slipsAreTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String two) {
        assertThat(Spelling.slips(one, two))
                .isEqualTo(Spelling.slips(two, one))
                .isBetween(Math.abs(one.length() - two.length()), Math.max(one.length(), two.length()));
    }
}
