package dev.lockstep.generators.tla;

import dev.lockstep.spec.model.Event;
import dev.lockstep.spec.model.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names of the tables read in TLA+. */
final class Identifiers {

    /** Words of TLA+ that are letters only. */
    private static final Set<String> RESERVED = Set.of(
            ("ACTION ASSUME ASSUMPTION AXIOM BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN ELSE ENABLED"
                            + " EXCEPT EXTENDS HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL MODULE NEW OBVIOUS OMITTED ONLY"
                            + " OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE STATE SUBSET SUFFICES TAKE TEMPORAL THEN"
                            + " THEOREM UNCHANGED UNION USE VARIABLE VARIABLES WITH WITNESS TRUE FALSE BOOLEAN STRING")
                    .split(" "));

    private Identifiers() {}

    /** {@code SND.UNA} as {@code SND_UNA}: fields of records, constants, definitions. */
    static String flat(String name) {
        String flat = name.replace('.', '_').replace('-', '_');
        return RESERVED.contains(flat) ? flat + "_" : flat;
    }

    /** {@code segment-arrives} as {@code SegmentArrives}: operators that stand for rows, steps and procedures. */
    static String camel(String name) {
        var text = new StringBuilder();
        for (String part : name.split("[-._]")) {
            if (!part.isEmpty()) {
                text.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return text.toString();
    }

    /** {@code OPEN} as {@code Open}, {@code time-wait} as {@code TimeWait}: names of events in names of operators. */
    static String event(String name) {
        return camel(name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name);
    }

    /**
     * The record an event's fields come in: {@code SEG} where all of them are called {@code SEG.…}, so that
     * {@code SEG.SEQ} is written in TLA+ as it is in the RFC.
     */
    static String record(Event event) {
        List<String> first = event.fields().stream()
                .map(field -> field.name().substring(0, Math.max(0, field.name().indexOf('.'))))
                .distinct()
                .toList();
        boolean isCommon = first.size() == 1 && !first.getFirst().isEmpty() && !RESERVED.contains(first.getFirst());
        return isCommon ? first.getFirst() : "EVENT";
    }

    /** The field's name within that record. */
    static String inRecord(Event event, Field field) {
        String record = record(event);
        return flat(field.name().startsWith(record + ".") ? field.name().substring(record.length() + 1) : field.name());
    }

    static String string(String value) {
        return '"' + value + '"';
    }
}
