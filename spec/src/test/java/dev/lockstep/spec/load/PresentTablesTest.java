package dev.lockstep.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresentTablesTest {

    private final Loaded loaded = SpecificationLoader.load(Path.of("tables"));

    private Step step(String procedure, String step) {
        return loaded.orThrow().protocol("tcp").procedures().stream()
                .filter(found -> found.name().equals(procedure))
                .flatMap(found -> found.steps().stream())
                .filter(found -> found.name().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<State> states) {
        return states.stream().map(State::name).toList();
    }

    @Test
    void aStepSeesTheStatesThatEarlierRowsGoTo() {
        // Its procedure is for SYN-SENT alone, and a row of the step before goes to ESTABLISHED and on.
        assertThat(names(step("segment-arrives-syn-sent", "transmit").states())).containsExactly("ESTABLISHED");
        // SYN-RECEIVED comes no further than the step before: its rows go on to other states, or stop.
        assertThat(names(step("segment-arrives", "acknowledgement").states()))
                .containsExactly(
                        "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT");
    }

    @Test
    void aHooksProcedureRunsWhereTheHookIsCalled() {
        assertThat(names(step("newreno-opened", "start").states())).containsExactly("ESTABLISHED", "FIN-WAIT-1");
    }

    @Test
    void aRowRunsWhereItsStepDoesAndItSays() {
        Step resend = step("retransmission-timeout", "resend");
        assertThat(resend.rows())
                .filteredOn(row -> row.id().equals("resend-syn-ack"))
                .singleElement()
                .satisfies(row ->
                        assertThat(names(row.states())).containsExactly("SYN-RECEIVED", "FIN-WAIT-1", "CLOSING"));
    }

    @Test
    void placesPointIntoTheFiles() throws IOException {
        for (Protocol protocol : loaded.orThrow().protocols()) {
            for (Procedure procedure : protocol.procedures()) {
                for (Step step : procedure.steps()) {
                    for (Row row : step.rows()) {
                        assertThat(textAt(row.place())).contains(row.id());
                        assertThat(textAt(row.whenPlace())).isNotBlank();
                    }
                }
            }
        }
    }

    private static String textAt(Place place) throws IOException {
        String line = Files.readAllLines(Path.of(place.file())).get(place.line() - 1);
        return line.substring(place.column() - 1);
    }

    @Test
    void loadWithoutFault() {
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.orThrow().protocols()).extracting(Protocol::name).containsExactly("icmp", "ip", "tcp");
    }
}
