package dev.lockstep.harness.mutate;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Joins what shards have found, if they are all there, and parts of one whole. */
public final class Merge {

    private Merge() {}

    /**
     * @param folders of the shards, in any order
     * @return the results in the order of the tables
     * @throws InputException if one is missing, twice, not finished, or of other tables, models or options
     */
    public static List<Result> of(List<Path> folders) throws IOException {
        ResultFile.Content[] shards = null;
        Header first = null;
        for (Path folder : folders) {
            ResultFile.Content content = ResultFile.read(folder);
            if (first == null) {
                first = content.header();
                shards = new ResultFile.Content[first.shard().of()];
            }
            if (!first.fits(content.header())) {
                throw refused(
                        folder, "these are results of other tables, models or options than " + folders.getFirst());
            }
            int index = content.header().shard().index() - 1;
            if (shards[index] != null) {
                throw refused(folder, "shard " + content.header().shard() + " is given twice");
            }
            shards[index] = content;
            refuseUnfinished(folder, content);
        }
        return joined(first, shards);
    }

    private static void refuseUnfinished(Path folder, ResultFile.Content content) {
        Shard shard = content.header().shard();
        int wanted = (content.header().mutants() - shard.index() + shard.of()) / shard.of();
        int found = content.results().size();
        if (found != wanted) {
            throw new InputException(
                    folder.toString(),
                    "shard %s is not complete: %,d of %,d mutants".formatted(shard, found, wanted),
                    "start it again with the same options and --out: it goes on where it stopped");
        }
    }

    /** Mutant i is in shard i modulo N: see {@link Shard#of}. */
    private static List<Result> joined(Header header, ResultFile.Content... shards) {
        var results = new ArrayList<Result>();
        for (int i = 0; i < header.mutants() || i < shards.length; i++) {
            ResultFile.Content shard = shards[i % shards.length];
            if (shard == null) {
                throw new InputException(
                        "merge",
                        "shard %d/%d is missing".formatted(i % shards.length + 1, shards.length),
                        "name the folders of all " + shards.length);
            }
            if (i < header.mutants()) {
                results.add(shard.results().get(i / shards.length));
            }
        }
        if (!Digests.of(results.stream().map(Result::id).toList()).equals(header.ids())) {
            throw new InputException(
                    "merge", "the results are not those of the mutants that were chosen", "run the shards anew");
        }
        return List.copyOf(results);
    }

    private static InputException refused(Path folder, String what) {
        return new InputException(folder.toString(), what, "name the folders of one run's shards, each once");
    }
}
