package dev.lockstep.harness.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded run may come from anybody: whatever is wrong with it is told with its line and a code, and nothing is believed. */
class HostileRunTest {

    private static final Names NAMES = Runs.names();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void record() throws IOException {
        file = Runs.record(folder, "", 10, 1);
    }

    private void read() throws IOException {
        try (RunReader reader = RunReader.open(file)) {
            reader.header().ends().values().forEach(one -> ParameterValues.checked(one, NAMES.protocol, file + ":1"));
            while (reader.next(NAMES).isPresent()) {}
        }
    }

    private void refused(String place, String code) {
        assertThatThrownBy(this::read)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + place + ": error " + code + ": ");
    }

    private void change(int line, UnaryOperator<String> how) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String changed = how.apply(lines.get(line - 1));
        if (changed.equals(lines.get(line - 1))) {
            throw new AssertionError("nothing to change in " + changed);
        }
        lines.set(line - 1, changed);
        Files.write(file, lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "R103 | 3 | ^.*$                       | nonsense",
                "R103 | 3 | ^.*$                       | []",
                "R103 | 3 | $                          | {}",
                "R103 | 3 | \"set\"                    | \"rows\":[],\"set\"",
                "R103 | 3 | \"set\":\\{                | \"set\":{\"a\":[[[[[[[[[1]]]]]]]]],",
                "R104 | 3 | \"set\"                    | \"sett\"",
                "R104 | 3 | ,\"rows\":\\[[^]]*\\]      | ~~",
                "R104 | 3 | \"event\"                  | \"timer\":\"persist\",\"event\"",
                "R104 | 3 | \"now\":0                  | \"now\":\"0\"",
                "R104 | 3 | \"CALL.OPENING\":\"\\w+\"  | ~~",
                "R104 | 3 | \"CALL.OPENING\":\"\\w+\"  | \"CALL.OPENING\":3",
                "R105 | 3 | \"end\":\"\\w+\"           | \"end\":\"nobody\"",
                "R105 | 3 | \"event\":\"OPEN\"         | \"event\":\"OPENS\"",
                "R105 | 3 | open-active                | open-inactive",
                "R105 | 3 | \"SND.UNA\"                | \"SND.UNO\"",
                "R105 | 3 | SYN-SENT                   | SYN-LOST",
                "R105 | 3 | \"retransmission\"         | \"retransmissions\"",
                "R105 | 3 | \"CALL.OPENING\"           | \"CALL.CLOSING\"",
                "R105 | 3 | \"active\"                 | \"actively\"",
                "R105 | 3 | \"CTL\":\"SYN\"            | \"CTL\":\"SYN,\"",
                "R106 | 3 | \"SND.UNA\":\\d+           | \"SND.UNA\":4294967296",
                "R106 | 3 | \"SND.UNA\":\\d+           | \"SND.UNA\":-1",
                "R106 | 3 | \"record\":\\d+            | \"record\":0",
                "R106 | 3 | \"WND\":\\d+               | \"WND\":99999999999",
                "R107 | 1 | \"lockstep-run\":1         | \"lockstep-run\":\"one\"",
                "R108 | 1 | \"lockstep-run\":1         | \"lockstep-run\":2",
                "R104 | 1 | \"seed\":1                 | \"seed\":null",
                "R104 | 1 | \"ends\":\\[.*\\]          | \"ends\":[]",
                "R104 | 1 | \"NAGLE\":\"true\",        | ~~",
                "R105 | 1 | \"NAGLE\":\"true\"         | \"NAGLE\":\"true\",\"NOGGLE\":\"true\"",
                "R106 | 1 | \"NAGLE\":\"true\"         | \"NAGLE\":\"perhaps\"",
                "R106 | 1 | \"R2\":\"8\"               | \"R2\":\"8 OR FALSE\"",
            })
    void whatIsWrongIsTold(String code, int line, String old, String with) throws IOException {
        change(line, text -> text.replaceFirst(old, with == null ? "" : with.equals("~~") ? "" : with));
        refused(":" + line, code);
    }

    @Test
    void aLineWithoutEnd() throws IOException {
        var long_ = new byte[RunReader.LONGEST + 10];
        Arrays.fill(long_, (byte) 'x');
        Files.write(file, long_);
        refused(":1", "R102");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(file, new byte[] {'{', (byte) 0xC3, '(', '}', '\n'});
        refused(":1", "R101");
    }

    @Test
    void nothingAtAll() throws IOException {
        Files.write(file, new byte[0]);
        refused(":1", "R107");
    }

    /** Any byte of the file may be any other: it is read, or refused, and nothing else happens. */
    @Test
    void anyByteMayBeAnother() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Set<String> codes = new TreeSet<>();
        for (int at = 0; at < Math.min(whole.length, 6_000); at += 7) {
            byte[] other = whole.clone();
            other[at] ^= (byte) (1 << (at % 8));
            Files.write(file, other);
            try {
                read();
            } catch (InputException told) {
                codes.add(told.what().substring(6, 10));
            }
        }
        org.assertj.core.api.Assertions.assertThat(codes).contains("R101", "R103", "R104", "R105");
        Files.write(file, "{}\n".getBytes(StandardCharsets.UTF_8));
        refused(":1", "R107");
    }
}
