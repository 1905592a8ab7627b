package dev.lockstep.generators;

import dev.lockstep.spec.model.Specification;
import java.util.List;

/**
 * A back end: a pure function from checked tables to files. The same tables give the same bytes, on every machine and
 * wherever the tables are, so that a change of a table shows as a change of the output and nothing else does.
 */
public interface Generator {
    /** All files, sorted by path. */
    List<GeneratedFile> generate(Specification specification);
}
