package dev.lockstep.harness.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of all verbs that look at models: which tables, which models. */
final class ModelFolders {

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "The folder of tables; spec/tables of this checkout if left out.")
    private Path tables;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "The folder of models; spec/models of this checkout if left out.")
    private Path models;

    /** The folder of tables that the user named, or null. */
    Path tables() {
        return tables;
    }

    /** What these folders hold. */
    ModelChoice choice() {
        return new ModelChoice(tables, models);
    }
}
