package dev.lockstep.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.harness.check.CheckOptions;
import dev.lockstep.harness.check.Checker;
import dev.lockstep.harness.check.Tasks;
import dev.lockstep.harness.check.tlc.Tlc;
import dev.lockstep.harness.ladder.Glyphs;
import dev.lockstep.harness.ladder.TextLadder;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLC shows of a false claim is done in Java. */
class CounterexampleReplayTest {

    private static final String FALSE_CLAIM =
            "invariants:\n- {id: never-both, is: not (A.STATE = ESTABLISHED and B.STATE = ESTABLISHED), about: false}\n";

    @TempDir
    private static Path folder;

    private static Path models;
    private static String counterexample;

    /** The model of opening, with a claim that a handshake belies. */
    @BeforeAll
    static void check() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        try (Stream<Path> all = Files.list(Runs.CHECKOUT.resolve("spec/models"))) {
            for (Path file : all.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, models.resolve(file.getFileName().toString()));
            }
        }
        Path open = models.resolve("open.yaml");
        String text = Files.readString(open);
        String before = text.contains("\ninvariants:\n") ? "\ninvariants:\n" : "\nwitnesses:\n";
        Files.writeString(
                open,
                text.replace(before, "\n" + (before.contains("inv") ? FALSE_CLAIM : FALSE_CLAIM + "\nwitnesses:\n")));
        var options = new CheckOptions(folder, OptionalInt.empty(), Optional.of(Duration.ofMinutes(1)), false);
        Model model = model("open", models);
        new Checker(Tlc.locate(), options, Tasks.words(model.protocol()))
                .check(Tasks.of(model, Runs.RUNTIME), counts -> {});
        counterexample = Files.readString(folder.resolve("open/counterexample.json"));
    }

    private static Model model(String name, Path models) {
        return ModelLoader.load(models, Runs.tables()).model(name);
    }

    private static CounterexampleReplay.Result replay(String text, Path models) throws IOException {
        Path file = folder.resolve("told.json");
        Files.writeString(file, text);
        return new CounterexampleReplay(name -> model(name, models), Runs.RUNTIME).replay(file);
    }

    @Test
    void theCodeDoesWhatTheModelDoes() throws IOException {
        CounterexampleReplay.Result result = replay(counterexample, models);

        assertThat(result.finding()).isEmpty();
        assertThat(result.steps()).isGreaterThanOrEqualTo(5);
        assertThat(result.rows()).contains("listen-syn", "syn-sent-established");
        assertThat(CounterexampleResults.text(Path.of("c.json"), result)).contains("in which code and model agree");
        assertThat(TextLadder.draw(result.ladder().orElseThrow(), 80, Glyphs.ASCII))
                .contains("The code does what the model does, in every step.")
                .contains("ESTABLISHED");
    }

    @Test
    void aVariableThatIsAnotherInJava() throws IOException {
        int last = counterexample.lastIndexOf("\"SND_WND\" : ");
        String other = counterexample.substring(0, last)
                + counterexample.substring(last).replaceFirst("\"SND_WND\" : \\d+", "\"SND_WND\" : 7");

        CounterexampleReplay.Result result = replay(other, models);

        assertThat(result.finding().orElseThrow().number()).isEqualTo(result.steps());
        assertThat(CounterexampleResults.text(Path.of("c.json"), result))
                .contains("c.json: error R202: step ", "tcb.SND_WND: the model says 7, Java ");
        assertThat(CounterexampleResults.json(Path.of("c.json"), result))
                .contains("\"agrees\":false", "\"code\":\"R202\"");
    }

    @Test
    void aRowThatIsAnotherInJava() throws IOException {
        CounterexampleReplay.Result result = replay(counterexample.replace("\"listen-syn\"", "\"listen-rst\""), models);

        assertThat(result.finding().orElseThrow().step().differences())
                .anyMatch(difference ->
                        difference.startsWith("fired: the model says") && difference.contains("listen-rst"));
    }

    private static void refused(String text, Path models, String code) {
        assertThatThrownBy(() -> replay(text, models)).hasMessageContaining("told.json: error " + code + ": ");
    }

    @Test
    void anotherModelOfThatName() {
        refused(counterexample, Runs.CHECKOUT.resolve("spec/models"), "R111");
    }

    @Test
    void otherTables() {
        refused(counterexample.replaceFirst("\"tables\" : \"....", "\"tables\" : \"zzzz"), models, "R109");
    }

    @Test
    void damagedFiles() throws IOException {
        refused("{", models, "R103");
        refused("[]", models, "R107");
        refused("{\"schema\":\"lockstep-counterexample/1\"}", models, "R108");
        refused(counterexample.replace("\"states\"", "\"status\""), models, "R104");
        refused(counterexample.replaceFirst("\"SND_WND\" : \\d+", "\"SND_WND\" : 1.5"), models, "R104");
        refused(counterexample.replace("\"SND_UNA\" : ", "\"SND_UNO\" : "), models, "R104");
        refused(counterexample.replace("\"ReceiveA\"", "\"TeleportA\""), models, "R104");
    }

    /** Whatever is cut off: it is refused, or replayed, and nothing else happens. */
    @Test
    void cutOffAnywhere() {
        for (int end = 0; end < counterexample.length(); end += 997) {
            String part = counterexample.substring(0, end);
            assertThatThrownBy(() -> replay(part, models)).hasMessageContaining(": error R10");
        }
    }
}
