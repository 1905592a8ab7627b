package dev.lockstep.harness.demo;

import dev.lockstep.properties.link.Impairment;
import java.util.List;

/**
 * Under which conditions files are exchanged.
 *
 * @param name of the run, and of its files
 * @param title for people
 * @param impairments what the link does to packets, both ways
 * @param settings parameters of the tables that differ from their defaults
 */
record Conditions(String name, String title, List<Impairment> impairments, List<String> settings) {

    static final Conditions CLEAN = new Conditions("clean", "clean link", List.of(), List.of());

    static final Conditions IMPAIRED = new Conditions(
            "impaired",
            "2% loss, 2% reordered",
            Impairment.parse("loss=2%,reorder=2%,depth=3"),
            List.of("RTO.MIN=200ms")); // as the kernel has it; with the RFC's 1 s the run is mostly waiting

    static final List<Conditions> ALL = List.of(CLEAN, IMPAIRED);
}
