package dev.lockstep.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {

    /** For these there is nothing to write wrong or right. */
    private static final List<Code> WITHOUT_EXAMPLE = List.of(
            Code.FOLDER_MISSING,
            Code.FILE_UNREADABLE,
            Code.FILE_TOO_LARGE,
            Code.NOT_TEXT,
            Code.PROOF_UNDECIDED,
            Code.ROW_MATCHES_AFTER_ALL);

    @ParameterizedTest
    @EnumSource
    void isExplained(Code code) {
        String text = code.explanation();
        assertThat(text).startsWith(code.id() + ": " + code.title() + "\n\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 130, "fits a line");
        if (!WITHOUT_EXAMPLE.contains(code)) {
            assertThat(text).containsPattern("\nWrong[:,]").containsPattern("\nRight[:,]");
        }
    }

    @Test
    void idsAreDistinctAndInOrder() {
        var ids = new HashSet<String>();
        String before = "";
        for (Code code : Code.values()) {
            assertThat(code.id()).matches("L[1-8]\\d\\d").isGreaterThan(before);
            assertThat(ids.add(code.id())).isTrue();
            before = code.id();
        }
    }

    @Test
    void isFoundInLowerCaseToo() {
        assertThat(Code.byId("l203")).hasValue(Code.ROWS_OVERLAP);
        assertThat(Code.byId("L2030")).isEmpty();
    }
}
