package dev.lockstep.spec.load;

import dev.lockstep.spec.check.ProtocolChecker;
import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Specification;
import dev.lockstep.spec.yaml.Node;
import dev.lockstep.spec.yaml.Scalar;
import dev.lockstep.spec.yaml.Shape;
import dev.lockstep.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a folder of tables, each of whose folders is a protocol, and checks all that can be checked without proofs. */
public final class SpecificationLoader {

    /** Files and folders in one folder; the largest of the present ones has 20. */
    private static final int MOST_FILES = 1_000;

    private static final String VOCABULARY = "vocabulary.yaml";

    private final Diagnostics diagnostics = new Diagnostics();
    private final Shape shape = new Shape(diagnostics);

    private SpecificationLoader() {}

    /**
     * Loads all tables below a folder. Never throws for what is in it, nor for its absence: that is a diagnostic.
     *
     * @param tablesDir diagnostics name files as this names the folder: {@code spec/tables} gives
     *     {@code spec/tables/tcp/close.yaml}
     */
    public static Loaded load(Path tablesDir) {
        return new SpecificationLoader().loadAll(tablesDir);
    }

    private Loaded loadAll(Path tablesDir) {
        var checker = new ProtocolChecker(diagnostics);
        var protocols = new ArrayList<Protocol>();
        for (Raw.Protocol raw : readAll(tablesDir)) {
            protocols.add(checker.check(raw));
        }
        Optional<Specification> specification =
                diagnostics.hasErrors() ? Optional.empty() : Optional.of(new Specification(protocols));
        return new Loaded(specification, diagnostics.sorted());
    }

    private List<Raw.Protocol> readAll(Path tablesDir) {
        var protocols = new ArrayList<Raw.Protocol>();
        if (!Files.isDirectory(tablesDir)) {
            report(
                    tablesDir,
                    Code.FOLDER_MISSING,
                    Files.exists(tablesDir) ? "this is not a folder" : "there is no such folder",
                    "name the folder that holds a folder for each protocol, as spec/tables does");
            return protocols;
        }
        boolean isEmpty = true;
        for (Path folder : list(tablesDir)) {
            if (Files.isDirectory(folder)) {
                isEmpty = false;
                readProtocol(folder).ifPresent(protocols::add);
            } else if (isYaml(folder)) {
                report(folder, Code.FILE_UNREADABLE, "this file is in no protocol's folder", "move it into one");
            }
        }
        if (isEmpty) {
            report(tablesDir, Code.EMPTY, "this folder holds no protocol", "give each protocol a folder of its own");
        }
        return protocols;
    }

    /** Does its author take it for a table? */
    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** What is in a folder, but for hidden things, sorted by name; nothing, reported, if it cannot be read. */
    private List<Path> list(Path folder) {
        var paths = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                if (!path.getFileName().toString().startsWith(".")) {
                    paths.add(path);
                }
                if (paths.size() > MOST_FILES) {
                    report(folder, Code.FILE_TOO_LARGE, "this folder holds more than 1,000 files", "name another one");
                    return List.of();
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException fault) {
            report(folder, Code.FILE_UNREADABLE, "this folder cannot be read", "check its permissions");
            return List.of();
        }
        Collections.sort(paths);
        return paths;
    }

    private Optional<Raw.Protocol> readProtocol(Path folder) {
        Optional<Raw.Vocabulary> vocabulary = Optional.empty();
        boolean hasVocabulary = false;
        boolean isComplete = true;
        var procedures = new ArrayList<Raw.Procedure>();
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            if (name.equals(VOCABULARY)) {
                hasVocabulary = true;
                vocabulary = readVocabulary(folder, file);
            } else if (name.endsWith(".yaml")) {
                isComplete &= readProcedures(file, procedures);
            } else if (isYaml(file)) {
                report(file, Code.FILE_UNREADABLE, "only files that end in `.yaml` are read", "give it another name");
            }
        }
        if (!hasVocabulary) {
            report(
                    folder,
                    Code.VOCABULARY_MISSING,
                    "this folder has no " + VOCABULARY,
                    "add one, or move the folder elsewhere");
        }
        boolean complete = isComplete;
        return vocabulary.map(found -> new Raw.Protocol(found, List.copyOf(procedures), complete));
    }

    private Optional<Raw.Vocabulary> readVocabulary(Path folder, Path file) {
        Optional<List<Node>> documents = YamlReader.read(file, shown(file), diagnostics);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        if (documents.get().size() != 1) {
            boolean isEmpty = documents.get().isEmpty();
            diagnostics.add(
                    isEmpty
                            ? new Place(shown(file), 0, 0)
                            : documents.get().get(1).place(),
                    isEmpty ? Code.EMPTY : Code.WRONG_SHAPE,
                    isEmpty ? "this file is empty" : "a vocabulary is one document, and here a second one begins",
                    isEmpty ? "begin with `protocol: " + folder.getFileName() + "`" : "take the `---` away");
            return Optional.empty();
        }
        Optional<Raw.Vocabulary> vocabulary =
                new VocabularyReader(shape).read(documents.get().getFirst());
        vocabulary.ifPresent(found -> checkNames(found, folder));
        return vocabulary;
    }

    /** Both become names of Java: a package and a class. */
    private void checkNames(Raw.Vocabulary vocabulary, Path folder) {
        String name = folder.getFileName().toString();
        Scalar protocol = vocabulary.protocol();
        if (!protocol.text().equals(name)) {
            reportName(
                    protocol,
                    "this protocol is called `" + protocol.text() + "`, and its folder `" + name + "`",
                    "give both one name");
        } else if (!isWord(name, 'a', 'z')) {
            reportName(protocol, "`" + name + "` cannot be the name of a protocol", "small letters, then digits");
        }
        if (!isWord(vocabulary.controlBlock().text(), 'A', 'Z')) {
            reportName(
                    vocabulary.controlBlock(),
                    "`" + vocabulary.controlBlock().text() + "` cannot be the name of a Java class",
                    "a capital letter, then letters and digits");
        }
    }

    private void reportName(Scalar name, String message, String fix) {
        diagnostics.add(name.place(), Code.MALFORMED_NAME, message, fix);
    }

    /** Letters and digits, the first a letter of this range; small ones only if that is a small one. */
    private static boolean isWord(String text, char from, char to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= from && c <= to) || (c >= 'a' && c <= 'z');
            boolean isDigit = i > 0 && c >= '0' && c <= '9';
            if (!isLetter && !isDigit) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 64 && text.charAt(0) >= from && text.charAt(0) <= to;
    }

    /** Adds the procedures of a file; false if one of them cannot be read. */
    private boolean readProcedures(Path file, List<Raw.Procedure> into) {
        Optional<List<Node>> documents = YamlReader.read(file, shown(file), diagnostics);
        if (documents.isPresent() && documents.get().isEmpty()) {
            report(file, Code.EMPTY, "this file is empty", "begin with `procedure:`, or take the file away");
        }
        boolean isWhole = documents.isPresent();
        for (Node document : documents.orElse(List.of())) {
            Optional<Raw.Procedure> procedure = new ProcedureReader(shape).read(document);
            procedure.ifPresent(into::add);
            isWhole &= procedure.isPresent();
        }
        return isWhole;
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void report(Path path, Code code, String message, String fix) {
        diagnostics.add(new Place(shown(path), 0, 0), code, message, fix);
    }
}
