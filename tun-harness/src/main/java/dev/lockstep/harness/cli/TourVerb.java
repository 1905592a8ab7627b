package dev.lockstep.harness.cli;

import dev.lockstep.generators.GeneratedFile;
import dev.lockstep.generators.GeneratedFolder;
import dev.lockstep.harness.tour.Tour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subject for a student. */
@Command(
        name = "tour",
        description =
                "Write six pages for a student, each made from a run: layers, handshake, repair, teardown, TIME-WAIT,"
                        + " sockets.",
        footer = {
            "",
            "Open index.html of the folder (.lockstep/tour); the pages need no server. The tables are beside them, and each"
                    + " row that a page tells of leads there."
        })
final class TourVerb implements Callable<Integer>, OnTables {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Mixin
    private PageFolder folder;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the two hosts: other seeds, other sequence numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Path tables() {
        return tables;
    }

    @Override
    public Integer call() throws IOException {
        Checkout checkout = Checkout.locate();
        Path to = folder.path(checkout, "tour");
        GeneratedFolder out = folder.open(to);
        var models = new ModelChoice(tables, null);
        List<GeneratedFile> files = new ArrayList<>(new Tour(models.specification(), seed).generate());
        for (GeneratedFile page : TablePages.of(checkout, models)) {
            files.add(new GeneratedFile("tables/" + page.path(), page.text()));
        }
        out.write(files);
        spec.commandLine().getOut().printf("six pages, the first is %s%n", to.resolve("index.html"));
        return ExitCode.DONE;
    }
}
