package dev.lockstep.harness.tun;

import dev.lockstep.harness.capture.PacketCapture;
import dev.lockstep.properties.link.Impairment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link TunLoop} runs.
 *
 * @param toHost what the link does to packets on their way to the host
 * @param toKernel what it does to packets on their way to the kernel
 * @param seed of both directions' impairments
 * @param capture where to record what the host receives and sends; the loop closes it
 * @param batch most packets read before timers and commands have their turn
 * @param spinNanos how long to look for packets without sleeping before a sleep: costs a core, saves a wake-up (60 to
 *     80 us between idle cores). 0 sleeps at once
 */
public record LoopOptions(
        List<Impairment> toHost,
        List<Impairment> toKernel,
        long seed,
        Optional<PacketCapture> capture,
        int batch,
        long spinNanos) {

    /** A perfect link, no recording, no spinning. */
    public static final LoopOptions PLAIN = new LoopOptions(List.of(), List.of(), 0, Optional.empty(), 256, 0);

    public LoopOptions {
        toHost = List.copyOf(toHost);
        toKernel = List.copyOf(toKernel);
        Objects.requireNonNull(capture, "capture");
        if (batch < 1 || spinNanos < 0) {
            throw new IllegalArgumentException("batch " + batch + ", spin " + spinNanos);
        }
    }

    /** The same impairments both ways, each direction with chances of its own. */
    public LoopOptions withImpairments(List<Impairment> both, long chosenSeed) {
        return new LoopOptions(both, both, chosenSeed, capture, batch, spinNanos);
    }

    public LoopOptions withCapture(PacketCapture chosen) {
        return new LoopOptions(toHost, toKernel, seed, Optional.of(chosen), batch, spinNanos);
    }

    public LoopOptions withSpinNanos(long nanos) {
        return new LoopOptions(toHost, toKernel, seed, capture, batch, nanos);
    }
}
