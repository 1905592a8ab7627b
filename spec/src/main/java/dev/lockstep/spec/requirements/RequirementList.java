package dev.lockstep.spec.requirements;

import java.util.List;

/**
 * The requirements of one RFC.
 *
 * @param name the file's name without its ending
 * @param rfc its number, as {@code rfc:} of the tables gives it
 * @param requirements in the order of the file
 */
public record RequirementList(String name, String title, String rfc, List<Requirement> requirements) {
    public RequirementList {
        requirements = List.copyOf(requirements);
    }
}
