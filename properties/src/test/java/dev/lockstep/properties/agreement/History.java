package dev.lockstep.properties.agreement;

/**
 * Adds a variable to a generated model: the rows that fired in the last step. No action reads it, so that the states and
 * steps are the same but for it; a state that different rows lead to is just there once for each.
 */
final class History {

    static final String ROWS = "fired";

    private History() {}

    /** The text of a module, with the variable if it is the model's own module. */
    static String added(String text) {
        if (!text.contains("\nVARIABLES\n")) {
            return text;
        }
        String history = replaced(text, "\nVARIABLES\n", "\nVARIABLES\n  " + ROWS + ",\n");
        history = replaced(history, "\nvars == <<", "\nvars == <<" + ROWS + ", ");
        history = replaced(history, "\nInit ==\n", "\nInit ==\n  /\\ " + ROWS + " = <<>>\n");
        history = replaced(history, "  /\\ Fired(w.rows)\n", "  /\\ " + ROWS + "' = w.rows\n");
        String disturbed = "  /\\ net' = [net EXCEPT ![p] = channel]\n";
        return replaced(history, disturbed, disturbed + "  /\\ " + ROWS + "' = <<>>\n");
    }

    /** @throws IllegalArgumentException if it does not stand there exactly once: then the templates have changed */
    static String replaced(String text, String old, String with) {
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException("expected exactly once: " + old);
        }
        return text.replace(old, with);
    }
}
