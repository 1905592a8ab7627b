package dev.lockstep.harness.bench;

import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.check.tlc.TlcJob;
import dev.lockstep.harness.check.tlc.TlcReport;
import dev.lockstep.spec.models.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * The model {@code open}, generated and written by hand: TLC goes through all states of either, and nothing is claimed of them, so that
 * what is measured is the modules.
 *
 * @param folder for what TLC is given and says
 */
public record ByHand(Tlc tlc, Path folder) {

    private static final String MODULE = "OpenByHand";

    /** @param runtime folder of the modules that generated ones stand on */
    public TlcReport generated(Model open, int faults, Path runtime) throws IOException {
        CheckTask task = Tasks.of(open.withFaults(faults), runtime);
        for (Map.Entry<String, String> file : task.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String constants = task.text(task.module() + ".cfg");
        return run(task.module(), constants.substring(constants.indexOf("CONSTANTS"), constants.indexOf("INVARIANTS")));
    }

    /** @param models folder of the models */
    public TlcReport byHand(int faults, Path models) throws IOException {
        String file = MODULE + ".tla";
        Files.copy(models.resolve("by-hand").resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        return run(MODULE, "CONSTANTS\n  N = 16\n  BUFFER = 2\n  R1 = 0\n  R2 = 1\n  FAULTS = " + faults + "\n");
    }

    private TlcReport run(String module, String constants) throws IOException {
        Files.writeString(folder.resolve(module + ".cfg"), "INIT Init\nNEXT Next\n" + constants);
        var job = new TlcJob(
                folder,
                module,
                module + ".cfg",
                1,
                false,
                Optional.empty(),
                folder.resolve("tlc.log"),
                Map.of("lockstep.coverage.file", folder.resolve("coverage.txt").toString()));
        return tlc.run(job, counts -> {});
    }
}
