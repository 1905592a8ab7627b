package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No file, however odd, is answered by anything but diagnostics. */
class AnyFileProperties {

    private static final List<Path> PRESENT =
            List.of(Path.of("tables/tcp/vocabulary.yaml"), Path.of("tables/ip/vocabulary.yaml"));

    private static List<Diagnostic> load(byte[] vocabulary) throws IOException {
        Path folder = Files.createTempDirectory("lockstep");
        Path protocol = Files.createDirectory(folder.resolve("odd"));
        Path file = Files.write(protocol.resolve("vocabulary.yaml"), vocabulary);
        try {
            return SpecificationLoader.load(folder).diagnostics();
        } finally {
            Files.delete(file);
            Files.delete(protocol);
            Files.delete(folder);
        }
    }

    @Property(tries = 300)
    void anyBytes(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        assertThat(load(bytes)).isNotEmpty();
    }

    /** A good file with a piece cut out and another put in looks at more of the loader than noise does. */
    @Property(tries = 300)
    void aPresentFileSpoilt(
            @ForAll @IntRange(max = 1) int which,
            @ForAll @IntRange(max = 12_000) int at,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll("pieces") String piece)
            throws IOException {
        String text = Files.readString(PRESENT.get(which));
        int from = at % text.length();
        int to = Math.min(from + cut, text.length());
        String spoilt = text.substring(0, from) + piece + text.substring(to);
        assertThat(load(spoilt.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .allSatisfy(diagnostic -> {
                    assertThat(diagnostic.toString()).isNotBlank();
                    assertThat(diagnostic.place().line())
                            .isBetween(0, (int) spoilt.lines().count() + 1);
                });
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                " ",
                "\n",
                ": ",
                "- ",
                "{",
                "}",
                "[",
                "]",
                "'",
                "\"",
                "#",
                "&a ",
                "*a",
                "!x ",
                "|\n",
                ">-\n",
                "---\n",
                "...\n",
                "? ",
                "%YAML 9.9\n",
                "@",
                "`",
                "\t",
                "\\",
                "0",
                "none()",
                "not ",
                "(",
                ")",
                "if ",
                "is: true",
                "\u00A7");
    }
}
