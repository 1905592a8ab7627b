package dev.lockstep.harness.bench;

import dev.lockstep.harness.run.EventClock;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.harness.run.StackLoop;
import dev.lockstep.harness.tun.Cidr;
import dev.lockstep.harness.tun.LoopOptions;
import dev.lockstep.harness.tun.Sysctl;
import dev.lockstep.harness.tun.TunDevice;
import dev.lockstep.harness.tun.TunOptions;
import dev.lockstep.stack.wire.Ipv4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.function.IntConsumer;

/** Bulk transfer into and out of the stack, beside the kernel: sets the wires up and measures them. */
public final class Bulk {

    private static final String DEVICE = "bench0";
    private static final Cidr KERNEL = Cidr.parse("10.77.0.1/24");
    private static final String STACK = "10.77.0.2";

    /** Of kernel over veth, into the stack, out of it. */
    private static final int WIRES = 3;

    private Bulk() {}

    /** How many samples there will be. */
    public static int samples(BenchOptions options) {
        return WIRES * options.runs();
    }

    /**
     * Measures; in a network namespace of this process's own.
     *
     * @param progress told how many samples are taken
     */
    public static BenchReport measure(BenchOptions options, IntConsumer progress) throws Exception {
        var config = Settings.config(Ipv4Address.parse(STACK), KERNEL.prefix(), options.settings());
        TunDevice device = TunDevice.open(TunOptions.named(DEVICE));
        Sysctl.quietIpv6(DEVICE);
        device.up(KERNEL);
        try (var stack = new StackLoop(device, LoopOptions.PLAIN, config, new EventClock(), null);
                Wire kernel = new KernelWire();
                Wire into = new StackWire(stack, InetAddress.ofLiteral(STACK), true);
                Wire out = new StackWire(stack, InetAddress.ofLiteral(STACK), false)) {
            return new Bench(options.runs(), options.each()).measure(List.of(kernel, into, out), progress);
        }
    }
}
