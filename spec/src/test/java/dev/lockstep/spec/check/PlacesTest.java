package dev.lockstep.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.spec.diagnostic.Place;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import dev.lockstep.spec.load.SpecificationLoader;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.Row;
import dev.lockstep.spec.model.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A place inside an expression is that of the word in the file, whether YAML folded the text or not. */
class PlacesTest {

    private final Map<String, List<String>> files = new HashMap<>();
    private int names;

    private String textAt(Place place) {
        List<String> lines = files.computeIfAbsent(place.file(), file -> {
            try {
                return Files.readAllLines(Path.of(file));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
        return lines.get(place.line() - 1).substring(place.column() - 1);
    }

    private void check(Expr expr) {
        expr.parts().forEach(part -> {
            if (part instanceof Expr.Name name) {
                names++;
                assertThat(textAt(name.place())).startsWith(name.symbol().name());
            }
            if (part instanceof Expr.Use use) {
                assertThat(textAt(use.place())).startsWith(use.definition().name());
            }
        });
    }

    private void check(Row row) {
        check(row.when());
        for (Statement action : row.actions()) {
            switch (action) {
                case Statement.Assign assign -> {
                    assertThat(textAt(assign.place()))
                            .startsWith(assign.variable().name());
                    check(assign.value());
                }
                case Statement.Perform perform -> {
                    assertThat(textAt(perform.place()))
                            .startsWith(perform.effect().name());
                    perform.arguments().forEach(this::check);
                }
                case Statement.Start start -> check(start.duration());
                case Statement.Restart restart -> check(restart.duration());
                case Statement.Cancel cancel ->
                    assertThat(textAt(cancel.place())).startsWith("cancel");
                case Statement.Call call -> assertThat(textAt(call.place())).startsWith("call");
                case Statement.DeleteTcb delete ->
                    assertThat(textAt(delete.place())).startsWith("delete_tcb");
            }
        }
    }

    @Test
    void everyNameOfThePresentTablesStandsWhereItsPlaceSays() {
        for (Protocol protocol :
                SpecificationLoader.load(Path.of("tables")).orThrow().protocols()) {
            protocol.definitions().forEach(definition -> check(definition.is()));
            protocol.invariants().forEach(invariant -> check(invariant.is()));
            for (Procedure procedure : protocol.procedures()) {
                for (Step step : procedure.steps()) {
                    step.only().ifPresent(this::check);
                    step.rows().forEach(this::check);
                }
            }
        }
        assertThat(names).isGreaterThan(500);
    }
}
