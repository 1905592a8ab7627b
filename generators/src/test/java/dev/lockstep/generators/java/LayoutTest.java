package dev.lockstep.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Doc WORD = Doc.text("w".repeat(40));

    @Test
    void whatFitsStaysOnOneLine() {
        assertThat(Layout.lines(Doc.infix(List.of(WORD, WORD), "&&"), 0)).isEqualTo(word() + " && " + word());
    }

    @Test
    void whatDoesNotFitIsBrokenBeforeEverySign() {
        assertThat(Layout.lines(Doc.infix(List.of(WORD, WORD, WORD), "&&"), 0))
                .isEqualTo(word() + "\n        && " + word() + "\n        && " + word());
    }

    @Test
    void anInnerGroupThatFitsIsNotBroken() {
        Doc inner = Doc.infix(List.of(WORD, WORD), "||");
        assertThat(Layout.lines(Doc.infix(List.of(inner, WORD), "&&"), 0))
                .isEqualTo(word() + " || " + word() + "\n        && " + word());
    }

    @Test
    void whatFollowsOnTheLineCounts() {
        Doc sum = Doc.infix(List.of(WORD, Doc.text("w".repeat(74))), "+"); // 117 columns
        assertThat(Layout.lines(Doc.of(sum, Doc.text(" {")), 0)).doesNotContain("\n");
        assertThat(Layout.lines(Doc.of(sum, Doc.text(") {")), 0)).doesNotContain("\n");
        assertThat(Layout.lines(Doc.of(sum, Doc.text("; //")), 0)).contains("\n");
    }

    @Test
    void argumentsAreBrokenAfterCommas() {
        assertThat(Layout.lines(Doc.call("f", List.of(WORD, WORD, WORD)), 0))
                .isEqualTo("f(\n        " + word() + ",\n        " + word() + ",\n        " + word() + ")");
    }

    @Test
    void theIndentOfThePlaceIsLeftToTheTemplate() {
        assertThat(Layout.lines(Doc.infix(List.of(WORD, WORD), "&&"), 40)).isEqualTo(word() + "\n        && " + word());
    }

    private static String word() {
        return Layout.flat(WORD);
    }
}
