package dev.lockstep.properties.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.properties.record.RunFile;
import dev.lockstep.stack.socket.TcpStack;
import dev.lockstep.stack.table.Tables;
import dev.lockstep.stack.tcp.table.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves in its file. Whether it is right, the model says: {@code harness.replay}. */
class RecordedRunTest {

    private static final long LIMIT = 100_000_000_000L;

    @TempDir
    private Path folder;

    private List<String> lines(String impairments, long seed, long bytes) throws IOException {
        Path file = folder.resolve("run.ndjson");
        try (var run = RunFile.create(file, seed)) {
            var stacks = new TwoStacks(
                    impairments,
                    seed,
                    UnaryOperator.identity(),
                    run.end("client", Parameters.defaults()),
                    run.end("server", Parameters.defaults()));
            transfer(stacks, seed, bytes);
        }
        return Files.readAllLines(file);
    }

    private static void transfer(TwoStacks stacks, long seed, long bytes) {
        var server = new Transfer(0, ~seed);
        var client = new Transfer(bytes, seed);
        stacks.server.listen(7, socket -> server);
        TcpStack from = stacks.client;
        from.connect(TwoStacks.SERVER, 7, client);
        stacks.run(() -> client.done() && server.done(), LIMIT);
    }

    @Test
    void aLineForEachEvent() throws IOException {
        List<String> lines = lines("", 1, 100);

        assertThat(lines.getFirst())
                .startsWith(
                        "{\"lockstep-run\":1,\"protocol\":\"tcp\",\"tables\":\"" + Tables.digest() + "\",\"seed\":1,")
                .contains("{\"end\":\"client\",\"parameters\":{\"RCV.BUFFER\":\"65535\",");
        assertThat(lines.get(1))
                .isEqualTo("{\"end\":\"server\",\"record\":1,\"now\":0,\"event\":\"OPEN\","
                        + "\"fields\":{\"CALL.OPENING\":\"passive\"},\"rows\":[\"open-passive\"],"
                        + "\"set\":{\"STATE\":\"LISTEN\",\"RCV.WND\":65535}}");
        assertThat(lines.get(2))
                .startsWith("{\"end\":\"client\",\"record\":1,\"now\":0,\"event\":\"OPEN\",")
                .contains("\"isn\":", "\"rows\":[\"open-active\"", "\"ARMED\":[\"retransmission\"]", "\"CTL\":\"SYN\"");
        assertThat(lines).anyMatch(line -> line.contains("\"event\":\"SEND\",\"fields\":{\"CALL.LEN\":100}"));
        assertThat(lines).anyMatch(line -> line.contains("\"told\":[\"peer-closed\"]"));
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void theSameSeedIsTheSameFile() throws IOException {
        String link = "loss=5%,reorder=5%,delay=1ms";
        assertThat(lines(link, 5, 50_000))
                .isEqualTo(lines(link, 5, 50_000))
                .anyMatch(line -> line.contains("\"timer\":"));
    }
}
