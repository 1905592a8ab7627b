package dev.lockstep.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Each character of a scalar is where the file has it, however YAML wrote it. */
class ScalarTest {

    private static Scalar read(String yaml) {
        try {
            Path file = Files.createTempFile("lockstep", ".yaml");
            try {
                Files.writeString(file, yaml);
                List<Node> documents =
                        YamlReader.read(file, "f", new Diagnostics()).orElseThrow();
                return (Scalar) ((Node.Mapping) documents.getFirst()).get("key").orElseThrow();
            } finally {
                Files.delete(file);
            }
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    /** Where {@code word} stands, as {@code line:column}. */
    private static String placeOf(String word, String yaml) {
        Scalar scalar = read(yaml);
        Place place = scalar.at(scalar.text().indexOf(word));
        return place.line() + ":" + place.column();
    }

    @Test
    void plain() {
        assertThat(placeOf("here", "key: what is here\n")).isEqualTo("1:14");
    }

    @Test
    void plainOverLines() {
        assertThat(placeOf("here", "key: what\n  is\n    here\n")).isEqualTo("3:5");
    }

    @Test
    void folded() {
        assertThat(placeOf("here", "key: >-   # why\n  what\n  is\n\n    here\n"))
                .isEqualTo("5:5");
    }

    @Test
    void literal() {
        assertThat(placeOf("here", "key: |\n  what\n  is here\n")).isEqualTo("3:6");
    }

    @Test
    void singleQuotes() {
        assertThat(placeOf("here", "key: 'it''s ''here'\n")).isEqualTo("1:15");
    }

    @Test
    void doubleQuotes() {
        assertThat(placeOf("here", "key: \"a\\tb \\\n  here\"\n")).isEqualTo("2:3");
    }

    @Test
    void theEndIsBehindTheLastCharacter() {
        Scalar scalar = read("key: >-\n  one\n  two\n");
        assertThat(scalar.at(scalar.text().length())).isEqualTo(new Place("f", 3, 6));
    }

    @Test
    void repeatedCharactersAreNotConfused() {
        Scalar scalar = read("key: >-\n  a a\n  a a\n");
        assertThat(scalar.at(6)).isEqualTo(new Place("f", 3, 5));
    }

    /** Of text without escapes: the character that the file has at the place is the character of the text. */
    @Property(tries = 200)
    void foldedTextIsFoundAgain(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 8) String one,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 8) String two) {
        String yaml = "key: >-\n   %s %s\n   %s\n".formatted(one, two, one);
        Scalar scalar = read(yaml);
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < scalar.text().length(); i++) {
            if (scalar.text().charAt(i) != ' ') {
                Place place = scalar.at(i);
                assertThat(lines.get(place.line() - 1).charAt(place.column() - 1))
                        .isEqualTo(scalar.text().charAt(i));
            }
        }
        assertThat(scalar.at(scalar.text().length() - 1)).isEqualTo(new Place("f", 3, 3 + one.length()));
    }
}
