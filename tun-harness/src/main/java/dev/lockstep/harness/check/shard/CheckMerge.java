package dev.lockstep.harness.check.shard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.harness.InputException;
import dev.lockstep.harness.check.CheckTask;
import dev.lockstep.harness.check.ModuleDigests;
import dev.lockstep.harness.check.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Joins what the shards of a check have found, if they are all there, and parts of one whole. */
public final class CheckMerge {

    private CheckMerge() {}

    /**
     * What the shards were parts of.
     *
     * @param models names of all, the smallest first
     * @param all these are all models of their tier
     * @param outcomes one for each model
     */
    public record Joined(List<String> models, boolean all, List<Outcome> outcomes) {}

    /**
     * @param folders of the shards, in any order
     * @param tasks of the models of this checkout, by name
     * @throws InputException if a shard is missing, twice or not finished, or of other tables, models or options
     */
    public static Joined of(List<Path> folders, Function<List<String>, List<CheckTask>> tasks) throws IOException {
        ShardFile.Content[] shards = placed(folders);
        ShardHeader header = shards[0].header();
        List<String> names = List.copyOf(header.models().keySet());
        List<CheckTask> known = tasks.apply(names);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < names.size(); i++) {
            CheckTask task = known.get(i);
            if (!ModuleDigests.of(task).modules().equals(header.models().get(task.name()))) {
                throw new InputException(
                        folders.getFirst().toString(),
                        "these are results of another model " + task.name() + " than that of this checkout",
                        "join them where tables and models are those that were checked, or name them: --tables, --models");
            }
            ShardFile.Content shard = shards[header.owner(i) - 1];
            JsonNode result = shard.results().get(names.get(i));
            if (result == null) {
                throw unfinished(shard, names.get(i));
            }
            outcomes.add(Rebuilt.outcome(task, result, shard.folder().resolve(task.name())));
        }
        outcomes.sort(Comparator.comparingLong(
                (Outcome outcome) -> outcome.task().pinned().orElse(Long.MAX_VALUE)));
        return new Joined(
                outcomes.stream().map(outcome -> outcome.task().name()).toList(), header.all(), outcomes);
    }

    private static InputException unfinished(ShardFile.Content shard, String model) {
        return new InputException(
                shard.folder().toString(),
                "shard %d/%d is not complete: model %s is not done"
                        .formatted(shard.header().index(), shard.header().of(), model),
                "start it again with the same options and --out: it goes on where it stopped");
    }

    /** Each where it belongs. */
    private static ShardFile.Content[] placed(List<Path> folders) throws IOException {
        ShardFile.Content first = ShardFile.read(folders.getFirst());
        var shards = new ShardFile.Content[first.header().of()];
        for (Path folder : folders) {
            ShardFile.Content content = ShardFile.read(folder);
            ShardHeader header = content.header();
            if (!first.header().fits(header)) {
                throw refused(
                        folder, "these are results of other tables, models or options than " + folders.getFirst());
            }
            if (shards[header.index() - 1] != null) {
                throw refused(folder, "shard " + header.index() + "/" + header.of() + " is given twice");
            }
            refuseOthers(folder, content);
            shards[header.index() - 1] = content;
        }
        for (int i = 0; i < shards.length; i++) {
            if (shards[i] == null) {
                throw new InputException(
                        "merge",
                        "shard %d/%d is missing".formatted(i + 1, shards.length),
                        "name the folders of all " + shards.length);
            }
        }
        return shards;
    }

    /** A model that belongs to another shard would be there twice. */
    private static void refuseOthers(Path folder, ShardFile.Content content) {
        int place = 0;
        for (Map.Entry<String, String> model : content.header().models().entrySet()) {
            if (content.results().containsKey(model.getKey())
                    && content.header().owner(place) != content.header().index()) {
                throw refused(folder, "model " + model.getKey() + " belongs to another shard");
            }
            place++;
        }
    }

    private static InputException refused(Path folder, String what) {
        return new InputException(folder.toString(), what, "name the folders of one run's shards, each once");
    }
}
