package dev.lockstep.generators.java;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Names of the tables as names of Java: {@code SND.WND.MAX} is {@code sndWndMax}, {@code SYN-RECEIVED} SYN_RECEIVED. */
final class Words {

    /** Names that every object has, and those that the generated classes have already. */
    private static final Set<String> RESERVED = Set.of(
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "arm",
            "cancel",
            "deleteTcb",
            "defaults",
            "names",
            "with",
            "rows",
            "state");

    private Words() {}

    /** A field, method or local: {@code sndWndMax}, {@code inWindow}. */
    static String camel(String name) {
        String pascal = pascal(name);
        String camel = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
        return SourceVersion.isKeyword(camel) || RESERVED.contains(camel) ? camel + "_" : camel;
    }

    /** A class: {@code SegmentArrives}, {@code CongestionControl}. */
    static String pascal(String name) {
        return Stream.of(name.split("[._-]"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT)
                        + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** A constant: {@code SYN_RECEIVED}, {@code SEQ_OK}. */
    static String constant(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /** A field of an event, without the word that all its fields begin with: {@code SEG.CTL.ACK} is {@code ctlAck}. */
    static String eventField(String name) {
        int dot = name.indexOf('.');
        return camel(dot < 0 ? name : name.substring(dot + 1));
    }

    /** A Java string literal. */
    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
