package dev.lockstep.harness.ladder;

import static dev.lockstep.harness.golden.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextLadderTest {

    @Test
    void allThatALadderCanShow() {
        assertGolden("ladder/eventful.txt", TextLadder.draw(Ladders.eventful(), 100, Glyphs.UNICODE));
    }

    @Test
    void narrowAndInAscii() {
        String drawing = TextLadder.draw(Ladders.eventful(), 72, Glyphs.ASCII);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(drawing)).isTrue();
        assertGolden("ladder/eventful-ascii.txt", drawing);
    }

    @Property(tries = 80)
    void noLineIsTooWide(@ForAll @IntRange(min = 1, max = 200) int width) {
        int most = Math.clamp(width, TextLadder.NARROWEST, TextLadder.WIDEST);
        assertThat(TextLadder.draw(Ladders.eventful(), width, Glyphs.UNICODE).lines())
                .allMatch(line -> line.length() <= most);
    }

    @Test
    void aRunInWhichNothingHappens() {
        var idle = new Ladder("", new Lane("A", "CLOSED"), new Lane("B", ""), List.of(), new Ending.Stays(), List.of());
        assertThat(TextLadder.draw(idle, 80, Glyphs.UNICODE)).contains("nothing happens any more, for ever");
    }

    @Test
    void glyphsFitTheCharset() {
        assertThat(Glyphs.fitting(StandardCharsets.UTF_8)).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.fitting(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
        assertThat(Glyphs.fitting(StandardCharsets.ISO_8859_1)).isEqualTo(Glyphs.ASCII);
    }
}
