package dev.lockstep.harness.cli;

import dev.lockstep.harness.up.Offer;
import dev.lockstep.harness.up.Subnet;
import dev.lockstep.harness.up.Target;
import dev.lockstep.harness.up.Up;
import dev.lockstep.harness.up.UpOptions;
import dev.lockstep.properties.link.Impairment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The stack on a TUN interface, until somebody ends it. */
@Command(
        name = "up",
        description = "Run the stack on a TUN interface of its own, serving or connecting, until Ctrl-C or SIGTERM.",
        footer = {
            "",
            "Example. Without root, and to keep the interface out of sight of the rest of the",
            "machine, enter a network namespace first; the program says how a second shell",
            "gets into it:",
            "  unshare -rn",
            "  ./lockstep up --tun lockstep0 --address 10.77.0.2/24 --serve echo --serve http .",
            "and in that second shell:",
            "  curl http://10.77.0.2/FILE; nc 10.77.0.2 7; ping 10.77.0.2",
            "",
            "A signal is the ordinary end: SIGINT, SIGTERM and SIGHUP are exit code 0. A --connect",
            "that fails is 1."
        })
final class UpVerb implements Callable<Integer>, OnTables {

    @Option(
            names = "--tun",
            required = true,
            paramLabel = "NAME",
            description = "Name of the interface to make; it goes when up ends. An existing one is never touched.")
    private String device;

    @Option(
            names = "--mtu",
            paramLabel = "BYTES",
            defaultValue = "1500",
            description = "The interface's MTU; segments are 40 bytes shorter (default: ${DEFAULT-VALUE}).")
    private int mtu;

    @Option(
            names = "--address",
            required = true,
            paramLabel = "CIDR",
            description = "The stack's own IPv4 address and its network, e.g. 10.77.0.2/24.")
    private String address;

    @Option(
            names = "--peer",
            paramLabel = "ADDR",
            description = "The address of the kernel's end; the network's first free one if left out.")
    private String peer;

    @Option(
            names = "--serve",
            parameterConsumer = ServeOption.class,
            paramLabel = "SERVICE",
            description = "What to serve: echo (port 7), discard (9), chargen (19), http DIR (80). May be repeated.")
    private List<ServeOption.Serve> serves = new ArrayList<>();

    @Option(
            names = "--port",
            parameterConsumer = ServeOption.Port.class,
            paramLabel = "N",
            description = "The port of the --serve before it.")
    @SuppressWarnings("unused") // its consumer hands it to the --serve before it
    private List<Integer> ports = new ArrayList<>();

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            description = {
                "Open a connection from the stack, send it standard input, print what comes. May be repeated: then each"
                        + " gets the input. Without --serve, up ends when they are over.",
            })
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--impair",
            paramLabel = "SPEC",
            description = "What the link does to packets, both ways: loss=2%%,reorder=2%%,depth=3,duplicate=1%%,"
                    + "corrupt=0.1%%,delay=20ms,jitter=5ms,rate=100mbit,queue=64KB.")
    private String impairments = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of what --impair does. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--pcap",
            paramLabel = "FILE",
            description = "Record all packets as pcapng, with the ids of the rows that fired as comments.")
    private Path capture;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Record every event of TCP as a line of JSON, which ./lockstep replay holds against the model.")
    private Path record;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Give a parameter of the tables another value, e.g. RTO.MIN=200ms. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--trace",
            description = "Print each event of TCP: segment, rows that fired, state before and after.")
    private boolean trace;

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description =
                    "Run the stack of these tables, compiled in memory; spec/tables of this checkout if left out.")
    private Path tables;

    @Spec
    private CommandSpec spec;

    private UpOptions options() {
        return new UpOptions(
                device,
                mtu,
                Subnet.of(address, peer),
                serves.stream().map(one -> Offer.parse(one.words(), one.port())).toList(),
                targets.stream().map(Target::parse).toList(),
                Impairment.parse(impairments),
                seed,
                Optional.ofNullable(capture),
                Optional.ofNullable(record),
                settings,
                trace);
    }

    @Override
    public Path tables() {
        return tables;
    }

    @Override
    public Integer call() throws Exception {
        UpOptions options = options();
        CommandLine command = spec.commandLine();
        // With --connect, standard output is for what comes: the log goes beside it.
        PrintWriter log = targets.isEmpty() ? command.getOut() : command.getErr();
        // Not System.out, which says nothing when nobody reads it any more.
        OutputStream received = new FileOutputStream(FileDescriptor.out);
        return new Up(options, System.in, received, log).run() ? ExitCode.DONE : ExitCode.FALSE;
    }
}
