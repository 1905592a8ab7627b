package dev.lockstep.harness.up;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.run.Settings;
import dev.lockstep.harness.tun.TunOptions;
import dev.lockstep.properties.link.Impairment;
import dev.lockstep.stack.wire.Ipv4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code up} was asked to do, checked as far as that goes without touching anything.
 *
 * @param device name of the interface to be made
 * @param mtu of that interface, in bytes
 * @param subnet the stack's address and the kernel's
 * @param offers what to serve, each on a port of its own
 * @param targets whom to connect to
 * @param impairments what the link does, both ways
 * @param seed of the impairments
 * @param capture where to record packets, if anywhere
 * @param record where to record events, if anywhere
 * @param settings parameters of the tables, {@code RTO.MIN=200ms}
 * @param trace whether to print every event with its rows
 */
public record UpOptions(
        String device,
        int mtu,
        Subnet subnet,
        List<Offer> offers,
        List<Target> targets,
        List<Impairment> impairments,
        long seed,
        Optional<Path> capture,
        Optional<Path> record,
        List<String> settings,
        boolean trace) {

    public UpOptions {
        TunOptions.named(device).withMtu(mtu); // complains about what no interface can have
        if (device.contains("%")) {
            throw new InputException("--tun " + device, "the name holds a %", "choose one yourself, e.g. lockstep0");
        }
        offers = List.copyOf(offers);
        targets = List.copyOf(targets);
        impairments = List.copyOf(impairments);
        settings = List.copyOf(settings);
        refuseSharedPorts(offers);
        refuseItself(subnet, targets);
        refuseBroadcast(subnet, targets);
        Settings.check(mtu, settings);
        capture.ifPresent(file -> refuseUnwritable("--pcap", file, "run.pcapng"));
        record.ifPresent(file -> refuseUnwritable("--record", file, "run.ndjson"));
    }

    /** What the stack sends leaves over its link, where nobody else has its address. */
    private static void refuseItself(Subnet subnet, List<Target> targets) {
        for (Target target : targets) {
            if (target.address().equals(subnet.stack())) {
                throw new InputException(
                        "--connect " + target,
                        "this is the stack's own address",
                        "name the kernel's end, e.g. --connect "
                                + subnet.kernel().getHostAddress() + ":" + target.port());
            }
        }
    }

    private static void refuseBroadcast(Subnet subnet, List<Target> targets) {
        for (Target target : targets) {
            int remote = Subnet.number(target.address());
            if (Ipv4Address.notOneHost(remote, Subnet.number(subnet.stack()), subnet.prefix())) {
                throw new InputException(
                        "--connect " + target,
                        "this is the broadcast address of the stack's network",
                        "name one host, e.g. --connect " + subnet.kernel().getHostAddress() + ":" + target.port());
            }
        }
    }

    private static void refuseSharedPorts(List<Offer> offers) {
        Map<Integer, Offer> taken = new HashMap<>();
        for (Offer offer : offers) {
            Offer first = taken.putIfAbsent(offer.port(), offer);
            if (first != null) {
                throw new InputException(
                        "--serve " + offer.name(),
                        "port " + offer.port() + " is taken by --serve " + first.name(),
                        "give it another: --serve " + offer.name() + " --port 8080");
            }
        }
    }

    private static void refuseUnwritable(String option, Path file, String example) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new InputException(option + " " + file, "this is a folder", "name a file in it, e.g. " + example);
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException(option + " " + file, "the folder does not exist", "mkdir -p " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new EnvironmentException(option + " " + file, "this user may not write there", "name another file");
        }
    }
}
