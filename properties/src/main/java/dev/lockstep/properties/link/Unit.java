package dev.lockstep.properties.link;

import java.util.List;

/**
 * A unit as it is written after a number.
 *
 * @param name e.g. {@code ms}
 * @param factor how many of the base unit it is
 */
record Unit(String name, long factor) {

    /**
     * The units of one quantity.
     *
     * @param quantity for messages, e.g. {@code time}
     * @param example a well-formed value
     * @param units from the base unit upwards
     */
    record Scale(String quantity, String example, List<Unit> units) {}
}
