package dev.lockstep.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher in a checkout of its own, whose path has a blank in it, with a sham JDK and a sham Maven. */
class LauncherTest {

    private static final String SHAM_JAVA = """
            #!/bin/sh
            for argument in "$@"; do printf '<%s>' "$argument"; done
            exit ${SHAM_JAVA_EXIT:-0}
            """;

    /** Notes each build, takes its time so that two builds would meet, and makes the jars that Maven would make. */
    private static final String SHAM_MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo "Apache Maven ${SHAM_MAVEN_VERSION:-3.8.7} (sham)"; exit; fi
            while [ "$1" != -f ]; do shift; done
            cd "$(dirname "$2")" || exit 9
            echo build >>builds
            sleep 0.3
            if [ -n "$SHAM_MAVEN_FAULT" ]; then printf '%s\\n' "$SHAM_MAVEN_FAULT"; exit 1; fi
            mkdir -p tun-harness/target/lib
            echo lib >tun-harness/target/lib/library.jar
            echo main >tun-harness/target/tun-harness-0.jar
            """;

    @TempDir
    private Path temporary;

    private Path checkout;
    private Path launcher;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(temporary.resolve("a check out"));
        launcher = checkout.resolve("lockstep");
        Files.copy(Path.of(System.getProperty("lockstep.home"), "lockstep"), launcher);
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("spec/src/main/java"));
        Files.createDirectories(checkout.resolve("spec/tables"));

        script("jdks/sham-25/bin/java", SHAM_JAVA);
        script("jdks/sham-25/bin/javac", "");
        Files.writeString(temporary.resolve("jdks/sham-25/release"), "IMPLEMENTOR=\"Sham\"\nJAVA_VERSION=\"25.0.1\"\n");
        script("bin/mvn", SHAM_MAVEN);
    }

    private void script(String path, String text) throws IOException {
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(String... arguments) throws Exception {
        return run(Map.of(), launcher, arguments);
    }

    private Run run(Map<String, String> environment, Path command, String... arguments) throws Exception {
        return finish(start(environment, command, arguments));
    }

    private Process start(Map<String, String> environment, Path command, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(temporary.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LOCKSTEP_") || name.equals("JAVA_HOME"));
        builder.environment().put("PATH", temporary.resolve("bin") + ":/usr/bin:/bin");
        builder.environment()
                .put("LOCKSTEP_JDK_FOLDERS", temporary.resolve("jdks").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Run finish(Process process) throws Exception {
        process.getOutputStream().close();
        // What it prints is far less than a pipe holds, so that reading one after the other cannot block it.
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private long builds() throws IOException {
        Path builds = checkout.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** A build lasts long enough that now is newer than its beginning. */
    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    @Test
    void buildsOnceThenHandsTheArgumentsToJava() throws Exception {
        Run first = run("check", "a model", "");
        assertThat(first.err()).contains("building");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("<-Dlockstep.home=" + checkout.toRealPath() + ">")
                .contains("library.jar:")
                .endsWith("<dev.lockstep.harness.cli.Lockstep><check><a model><>");

        assertThat(run("check").err()).isEmpty();
        assertThat(builds()).isOne();
    }

    @Test
    void theBackgroundOfAScriptIsNotDeafToSigint() throws Exception {
        script("jdks/sham-25/bin/java", "#!/bin/sh\ngrep SigIgn /proc/self/status\n");
        run("lint");

        Run background = run(Map.of(), Path.of("/bin/bash"), "-c", "'" + launcher + "' lint & wait");

        String ignored = background.out().replace("SigIgn:", "").strip();
        long sigint = 1L << (2 - 1);
        assertThat(Long.parseLong(ignored, 16) & sigint).as(background.out()).isZero();
    }

    /** Else the JVM would open a jar in their place, and {@code up --connect} send it. */
    @Test
    void closedStandardInputAndOutputAreOpenedToNothing() throws Exception {
        script("jdks/sham-25/bin/java", "#!/bin/sh\n(readlink /proc/$$/fd/0 /proc/$$/fd/1) >&2; :\n");
        run("lint");

        Run closed = run(Map.of(), Path.of("/bin/bash"), "-c", "exec '" + launcher + "' lint <&- >&-");

        assertThat(closed.err()).isEqualTo("/dev/null\n/dev/null\n");
    }

    @Test
    void aFolderThatIsGoneIsNamed() throws Exception {
        Path gone = Files.createDirectories(temporary.resolve("gone"));

        Run run = run(
                Map.of(),
                Path.of("/bin/bash"),
                "-c",
                "cd '" + gone + "' && rmdir '" + gone + "' && '" + launcher + "'");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("lockstep: error: the folder you are in is gone")
                .contains("fix: cd ");
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
        Path source = Files.writeString(checkout.resolve("spec/src/main/java/Some.java"), "");
        run("lint");
        touch(source);
        assertThat(run("lint").err()).contains("sources have changed");
        assertThat(builds()).isEqualTo(2);

        run("lint");
        assertThat(builds()).isEqualTo(2);

        Files.delete(source);
        run("lint");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void anEditedTableNeedsNoBuild() throws Exception {
        Path table = Files.writeString(checkout.resolve("spec/tables/tcp.yaml"), "");
        run("lint");
        touch(table);
        touch(table.getParent());
        run("lint");
        assertThat(builds()).isOne();
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        Process one = start(Map.of(), launcher, "lint");
        Process other = start(Map.of(), launcher, "lint");
        assertThat(finish(one).exitCode()).isZero();
        assertThat(finish(other).exitCode()).isZero();
        assertThat(builds()).isOne();
    }

    @Test
    void runsThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("bin/ls"), Path.of("../a check out/lockstep"));
        Path linkToLink = Files.createSymbolicLink(temporary.resolve("lockstep"), link);
        Run run = run(Map.of(), linkToLink, "lint");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("<-Dlockstep.home=" + checkout.toRealPath() + ">");
    }

    @Test
    void theExitCodeIsThatOfJava() throws Exception {
        assertThat(run(Map.of("SHAM_JAVA_EXIT", "1"), launcher, "lint").exitCode())
                .isEqualTo(ExitCode.FALSE);
    }

    @Test
    void namesItsJdkWithoutABuild() throws Exception {
        Run run = run("jdk");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(temporary.resolve("jdks/sham-25") + "\n");
        assertThat(builds()).isZero();
    }

    @Test
    void withoutAJdk25ItSaysWhatToInstall() throws Exception {
        Files.writeString(temporary.resolve("jdks/sham-25/release"), "JAVA_VERSION=\"21.0.2\"\n");
        Run run = run("lint");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).startsWith("lockstep: error: there is no JDK 25").contains("fix: install", "Temurin 25");
        assertThat(run.out()).isEmpty();
        assertThat(builds()).isZero();
    }

    @Test
    void aJdkNamedByTheUserHasToBeOne() throws Exception {
        Run run = run(Map.of("LOCKSTEP_JAVA_HOME", "/nowhere"), launcher, "lint");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).contains("LOCKSTEP_JAVA_HOME is not a JDK 25: /nowhere");
    }

    @Test
    void anOldMavenIsNotUsed() throws Exception {
        Run run = run(Map.of("SHAM_MAVEN_VERSION", "3.6.3"), launcher, "lint");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).contains("Maven 3.8 or newer").contains("3.6.3").contains("fix: install Maven");
        assertThat(builds()).isZero();
    }

    @Test
    void sourcesThatDoNotCompileAreShownWithTheirPlace() throws Exception {
        String fault = "[INFO] Building\n[ERROR] COMPILATION ERROR : \n[ERROR] " + checkout.toRealPath()
                + "/spec/src/main/java/Some.java:[3,1] ';' expected\n[ERROR] Failed to execute goal x";
        Run run = run(Map.of("SHAM_MAVEN_FAULT", fault), launcher, "lint");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("do not build\n  spec/src/main/java/Some.java:[3,1] ';' expected\n")
                .contains("build.log")
                .doesNotContain("Failed to execute");
    }

    @Test
    void aLibraryThatCannotBeFetchedIsTheEnvironment() throws Exception {
        String fault = "[ERROR] Could not transfer artifact a:b:jar:1 from/to central";
        Run run = run(Map.of("SHAM_MAVEN_FAULT", fault), launcher, "lint");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).contains("could not fetch").contains("fix: connect this machine");
    }
}
