package dev.lockstep.spec.diagnostic;

import static dev.lockstep.spec.diagnostic.Severity.ERROR;
import static dev.lockstep.spec.diagnostic.Severity.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Every kind of fault that tables can have. A code is never used again for something else; {@code ./lockstep explain L203}
 * prints its {@link #explanation()}, and a folder {@code src/test/resources/invalid/L203-...} shows it.
 */
public enum Code {
    // L1xx: files, YAML, syntax
    FOLDER_MISSING("L101", ERROR, "there is no such folder of tables"),
    FILE_UNREADABLE("L102", ERROR, "a file cannot be read"),
    FILE_TOO_LARGE("L103", ERROR, "a file is larger than a table can be"),
    NOT_TEXT("L104", ERROR, "a file is not UTF-8 text"),
    YAML_SYNTAX("L105", ERROR, "this is not YAML"),
    YAML_TOO_DEEP("L106", ERROR, "YAML is nested too deep"),
    YAML_NOT_PLAIN("L107", ERROR, "anchors, aliases and tags are not allowed"),
    KEY_TWICE("L108", ERROR, "a key stands twice in one mapping"),
    WRONG_SHAPE("L109", ERROR, "text, list or mapping expected"),
    UNKNOWN_KEY("L110", ERROR, "there is no such key"),
    MISSING_KEY("L111", ERROR, "a key is missing"),
    EMPTY("L112", ERROR, "nothing stands where something must"),
    UNKNOWN_WORD("L113", ERROR, "not one of the words that may stand here"),
    VOCABULARY_MISSING("L114", ERROR, "a folder of tables has no vocabulary"),
    SYNTAX("L121", ERROR, "an expression or action cannot be read"),
    EXPRESSION_TOO_LARGE("L122", ERROR, "an expression is too long or nested too deep"),

    // L2xx: steps and proofs
    OTHERWISE_TWICE("L201", ERROR, "two rows of a step take what the others leave"),
    MEASURE_MISMATCH("L202", ERROR, "`measure` and `then: again` do not go together"),
    ROWS_OVERLAP("L203", ERROR, "two rows of a step can both match"),
    ROWS_GAP("L204", ERROR, "no row of a step may match"),
    MEASURE_DOES_NOT_FALL("L205", ERROR, "the measure of a repeated step does not fall"),
    ROW_NEVER_MATCHES("L206", WARNING, "a row can never match"),
    PROOF_UNDECIDED("L207", ERROR, "a proof did not come to an end"),
    DIVISION_BY_ZERO("L208", ERROR, "a divisor may be zero"),
    ROW_MATCHES_AFTER_ALL("L209", ERROR, "a row marked unreachable can match"),
    INVARIANT_BROKEN("L210", ERROR, "a row may break an invariant in the middle of an event"),

    // L3xx: names
    UNKNOWN_NAME("L301", ERROR, "an expression names something that is not declared"),
    UNKNOWN_TYPE("L302", ERROR, "there is no such type"),
    UNKNOWN_STATE("L303", ERROR, "there is no such state"),
    UNKNOWN_EVENT("L304", ERROR, "there is no such event"),
    UNKNOWN_TIMER("L305", ERROR, "there is no such timer"),
    UNKNOWN_HOOK("L306", ERROR, "there is no such hook"),
    UNKNOWN_EFFECT("L307", ERROR, "there is no such effect"),
    UNKNOWN_SLOT("L308", ERROR, "an effect has no such slot"),
    DECLARED_TWICE("L309", ERROR, "a name is declared twice"),
    ID_TWICE("L310", ERROR, "an id is used twice"),
    MALFORMED_NAME("L311", ERROR, "this cannot be a name"),
    FIELD_OUT_OF_EVENT("L312", ERROR, "an event's field is read where that event is not handled"),
    DEFINITION_RECURSIVE("L313", ERROR, "a definition uses itself"),
    NAME_NOT_ALLOWED("L314", ERROR, "this kind of name may not stand here"),

    // L4xx: types
    WRONG_TYPE("L401", ERROR, "a value has the wrong type"),
    OPERATOR_TYPES("L402", ERROR, "an operator does not take values of these types"),
    ARGUMENT_COUNT("L403", ERROR, "too many or too few arguments"),
    NUMBER_OUT_OF_RANGE("L404", ERROR, "a number is outside what its type can hold"),
    NOT_CONSTANT("L405", ERROR, "a constant is expected"),
    TYPE_NOT_ALLOWED("L406", ERROR, "this type may not stand here"),
    DEFINITION_TOO_LARGE("L407", ERROR, "a definition is too large when written out"),
    PROFILE_FORBIDDEN("L408", ERROR, "the values of parameters violate an invariant"),

    // L5xx: structure
    EVENT_UNHANDLED("L501", ERROR, "an event has no procedure in some state"),
    EVENT_HANDLED_TWICE("L502", ERROR, "an event has two procedures in one state"),
    HOOK_ANSWERED_TWICE("L503", ERROR, "two procedures answer one hook"),
    STATE_NOT_HERE("L504", ERROR, "a state is named that cannot occur here"),
    STEP_UNREACHABLE("L505", ERROR, "a step can never run"),
    STATE_UNREACHABLE("L506", WARNING, "a state can never be reached"),
    ASSIGNED_TWICE("L507", ERROR, "a row assigns one variable twice"),
    NOT_ASSIGNABLE("L508", ERROR, "only variables can be assigned"),
    RANGES_ASSIGNMENT("L509", ERROR, "ranges are assigned from something else than themselves"),
    DELETE_MISPLACED("L510", ERROR, "`delete_tcb` and `to:` do not go together"),
    NO_CONTROL_BLOCK("L511", ERROR, "a row changes a control block that does not exist"),
    HOOK_RECURSIVE("L512", ERROR, "a hook is called from within itself"),
    HOOK_OUT_OF_EVENT("L513", ERROR, "a hook is called outside the event it belongs to"),
    NEVER_USED("L514", WARNING, "something is declared and never used"),
    HOOK_UNANSWERED("L515", WARNING, "a hook is called and no procedure answers it"),
    CHOSEN_BY("L516", ERROR, "`chosen-by` is not a condition over parameters, or not on a hook"),
    START_STATE("L517", ERROR, "more than one state is without control block"),
    HOOK_TOO_DEEP("L518", ERROR, "hooks call each other too deep"),

    // L6xx: timers
    TIMER_UNHANDLED("L601", ERROR, "a timer may expire in a state where no procedure handles it"),
    TIMER_NEVER_ARMED("L602", ERROR, "a timer is never started"),
    TIMER_NEVER_EXPIRES("L603", ERROR, "no procedure handles the expiry of a timer"),
    TIMER_HANDLED_IN_VAIN("L604", WARNING, "a timer's procedure covers a state in which it is never armed"),

    // L7xx: models
    MODEL_ENDPOINTS("L701", ERROR, "a model has not exactly two endpoints"),
    MODEL_MODULUS("L702", ERROR, "the modulus of a model is odd, too small or too large"),
    MODEL_LEAVES_OUT("L703", ERROR, "something that a model sees depends on what it leaves out"),
    MODEL_TIME("L704", ERROR, "a condition on one moment speaks of time"),
    MODEL_WITHOUT_FAULTS("L705", ERROR, "something in a model costs a fault, and there is none"),
    MODEL_STEP("L706", ERROR, "a condition on one moment speaks of a step"),

    // L8xx: requirements
    REQUIREMENT_UNANSWERED("L801", ERROR, "a requirement says neither what keeps and tests it, nor why not"),
    NO_SUCH_TEST("L802", ERROR, "a requirement names a test that does not exist"),
    CITATION_NOT_LISTED("L803", ERROR, "an entry of the tables names a requirement that does not name it");

    private final String id;
    private final Severity severity;
    private final String title;

    Code(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    /** {@code L203}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** One phrase, without the particulars of a case. */
    public String title() {
        return title;
    }

    /** What it means, with a wrong and a right example, for {@code ./lockstep explain}. */
    public String explanation() {
        try (InputStream text = Code.class.getResourceAsStream("explain/" + id + ".txt")) {
            return text == null ? title : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("explanation of " + id, fault);
        }
    }

    /** The code with this id, in upper or lower case. */
    public static Optional<Code> byId(String id) {
        for (Code code : values()) {
            if (code.id.equalsIgnoreCase(id)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
