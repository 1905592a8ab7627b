package dev.lockstep.properties.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten megabytes each way between two stacks, over links that do what links do. */
class TransferTest {

    private static final long HOURS = 3_600_000_000_000L;

    @Tag("long")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                  | 10000000 | 10000000",
                "delay=1ms                                         | 10000000 | 0",
                "delay=10ms,rate=100mbit                           | 0        | 10000000",
                "loss=1%,delay=5ms                                 | 10000000 | 1000000",
                "reorder=5%,depth=3,delay=5ms                      | 10000000 | 1000000",
                "duplicate=5%,corrupt=1%,delay=5ms                 | 3000000  | 3000000",
                "loss=10%,reorder=5%,duplicate=5%,delay=20ms       | 300000   | 300000",
            })
    void everything_arrives_once_and_in_order(String impairments, long up, long down) {
        TwoStacks world = new TwoStacks(impairments == null ? "" : impairments, 42, config -> config);
        Transfer client = new Transfer(up, 1);
        Transfer server = new Transfer(down, 2);
        world.server.listen(80, socket -> server);
        world.client.connect(TwoStacks.SERVER, 80, client);

        world.run(() -> client.done() && server.done(), 10 * HOURS);

        assertThat(client.failure()).isNull();
        assertThat(server.failure()).isNull();
        assertThat(client.done() && server.done()).as("both sides closed").isTrue();
        assertThat(server.received()).isEqualTo(up);
        assertThat(client.received()).isEqualTo(down);
        assertThat(server.receivedDigest()).isEqualTo(client.sentDigest());
        assertThat(client.receivedDigest()).isEqualTo(server.sentDigest());

        world.run(() -> false, world.now() + HOURS);
        assertThat(world.client.tcp().connections()).as("connections left").isZero();
        assertThat(world.server.tcp().connections()).as("connections left").isZero();
    }
}
