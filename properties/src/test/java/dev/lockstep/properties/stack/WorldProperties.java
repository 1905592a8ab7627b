package dev.lockstep.properties.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.tcp.table.Parameters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Short transfers both ways between two stacks, over links that lose, repeat, reorder and damage: text arrives whole, both ends close,
 * nobody stays behind, and neither breaks a rule that its {@link Referee} knows. The worlds are always the same, so that
 * {@code ./lockstep mutate} comes to the same verdict again.
 */
class WorldProperties {

    private static final long HOUR = 3_600_000_000_000L;

    /**
     * A world.
     *
     * @param buffer of who receives, in bytes
     * @param up bytes that the client sends
     */
    record World(String impairments, int buffer, boolean nagle, String acknowledging, int up, int down, long seed) {

        Parameters parameters() {
            return Parameters.defaults()
                    .with("RCV.BUFFER", String.valueOf(buffer))
                    .with("NAGLE", String.valueOf(nagle))
                    .with("DELAY.ACK", acknowledging);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Combinators.combine(
                        Arbitraries.of(
                                "delay=20ms",
                                "loss=3%,delay=20ms",
                                "loss=20%,delay=5ms",
                                "reorder=10%,depth=3,delay=20ms",
                                "duplicate=20%,corrupt=5%,delay=20ms",
                                "loss=5%,reorder=5%,duplicate=5%,delay=20ms"),
                        Arbitraries.of(65_535, 8_000, 2_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of("delayed", "batched", "at-once"),
                        Arbitraries.of(0, 1, 5_000, 60_000, 200_000),
                        Arbitraries.of(0, 1, 5_000, 60_000),
                        Arbitraries.longs())
                .as(World::new);
    }

    @Property(tries = 40, seed = "9293", shrinking = ShrinkingMode.OFF)
    void everythingArrivesAndEverybodyCloses(@ForAll("worlds") World world) {
        Parameters parameters = world.parameters();
        Referee ofClient = new Referee(parameters);
        Referee ofServer = new Referee(parameters);
        Referee.ofOneWorld(ofClient, ofServer);
        var stacks = new TwoStacks(
                world.impairments(), world.seed(), config -> config.withParameters(parameters), ofClient, ofServer);
        Transfer client = new Transfer(world.up(), 1);
        Transfer server = new Transfer(world.down(), 2);
        stacks.server.listen(80, socket -> server);
        stacks.client.connect(TwoStacks.SERVER, 80, client);

        stacks.run(() -> client.done() && server.done(), HOUR);

        assertThat(client.failure()).isNull();
        assertThat(server.failure()).isNull();
        assertThat(client.done() && server.done()).as("both sides closed").isTrue();
        assertThat(server.received()).isEqualTo(world.up());
        assertThat(client.received()).isEqualTo(world.down());
        assertThat(server.receivedDigest()).isEqualTo(client.sentDigest());
        assertThat(client.receivedDigest()).isEqualTo(server.sentDigest());
        stacks.run(() -> false, stacks.now() + HOUR);
        assertThat(stacks.client.tcp().connections()).as("connections left").isZero();
        assertThat(stacks.server.tcp().connections()).as("connections left").isZero();
        assertThat(ofClient.segments() + ofServer.segments())
                .as("segments: no storm of acknowledgements")
                .isLessThan(50 + (world.up() + world.down()) / 20);
    }
}
