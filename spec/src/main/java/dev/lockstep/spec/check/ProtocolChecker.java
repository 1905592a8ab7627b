package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.load.Raw;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Input;
import dev.lockstep.spec.model.Invariant;
import dev.lockstep.spec.model.Parameter;
import dev.lockstep.spec.model.Procedure;
import dev.lockstep.spec.model.Protocol;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** Checks all of one protocol. */
public final class ProtocolChecker {

    private final Names rowIds;
    private final Names invariantIds;
    private final Diagnostics diagnostics;

    /** One for all protocols, since ids are unique over all of them. */
    public ProtocolChecker(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.rowIds = new Names(Code.ID_TWICE, diagnostics);
        this.invariantIds = new Names(Code.ID_TWICE, diagnostics);
    }

    /** The protocol; to be relied upon only if no error has been reported. */
    public Protocol check(Raw.Protocol raw) {
        var checker = new VocabularyChecker(raw.vocabulary(), invariantIds, diagnostics);
        checker.declare();
        Vocabulary vocabulary = checker.vocabulary();
        List<Definition> definitions = new ArrayList<>();
        for (String name : vocabulary.definitions().names()) {
            vocabulary.definitions().get(name).ifPresent(definitions::add);
        }
        checker.assumptions();
        List<Invariant> invariants = checker.invariants();
        List<Draft.Procedure> drafts = drafts(raw.procedures(), vocabulary);
        boolean isComplete = raw.isComplete()
                && drafts.size() == raw.procedures().size()
                && drafts.stream().allMatch(Draft.Procedure::areStatesKnown);
        boolean areInvariantsKnown =
                invariants.size() == raw.vocabulary().invariants().size();
        List<Procedure> procedures = new ProcedureRules(vocabulary, diagnostics)
                .check(drafts, isComplete, areInvariantsKnown, definitions, invariants);
        return assemble(raw.vocabulary(), vocabulary, definitions, invariants, procedures);
    }

    private List<Draft.Procedure> drafts(List<Raw.Procedure> raw, Vocabulary vocabulary) {
        var checker = new ProcedureChecker(vocabulary, rowIds, diagnostics);
        var names = new Names(Code.ID_TWICE, diagnostics);
        var drafts = new ArrayList<Draft.Procedure>();
        for (Raw.Procedure procedure : raw) {
            names.declareWord(procedure.name());
            checker.check(procedure).ifPresent(drafts::add);
        }
        return drafts;
    }

    private static Protocol assemble(
            Raw.Vocabulary raw,
            Vocabulary vocabulary,
            List<Definition> definitions,
            List<Invariant> invariants,
            List<Procedure> procedures) {
        List<State> states = List.copyOf(vocabulary.states.values());
        return new Protocol(
                raw.protocol().text(),
                raw.title(),
                raw.controlBlock().text(),
                raw.rfc(),
                states,
                start(states),
                List.copyOf(vocabulary.enums.values()),
                symbols(vocabulary, Variable.class),
                symbols(vocabulary, Parameter.class),
                symbols(vocabulary, Input.class),
                List.copyOf(vocabulary.events.values()),
                List.copyOf(vocabulary.timers.values()),
                List.copyOf(vocabulary.effects.values()),
                List.copyOf(vocabulary.hooks.values()),
                definitions,
                invariants,
                procedures,
                raw.place());
    }

    private static <T extends Symbol> List<T> symbols(Vocabulary vocabulary, Class<T> kind) {
        var all = new ArrayList<T>();
        for (Symbol symbol : vocabulary.symbols.values()) {
            if (kind.isInstance(symbol)) {
                all.add(kind.cast(symbol));
            }
        }
        return all;
    }

    /** The state without control block, or the first; null if there is no state. */
    static State start(List<State> states) {
        for (State state : states) {
            if (!state.hasControlBlock()) {
                return state;
            }
        }
        return states.isEmpty() ? null : states.getFirst();
    }
}
