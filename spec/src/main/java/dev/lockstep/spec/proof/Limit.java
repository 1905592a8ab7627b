package dev.lockstep.spec.proof;

/**
 * How hard Z3 may think. What takes more is undecided, and stays so however often it is tried.
 *
 * @param effort for one question, of which a step needs a handful, in the units in which Z3 counts its own work: some 500,000 to
 *     a second on an idle machine of 2024. Not a time, so that a verdict does not depend on how busy the machine is
 */
public record Limit(int effort) {

    /** Ten times what the hardest question about the steps of the present tables takes; a few seconds. */
    public static final Limit USUAL = new Limit(2_000_000);

    /** For what models check anyway, a proof is worth less. */
    Limit half() {
        return new Limit(effort / 2);
    }
}
