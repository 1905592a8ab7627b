package dev.lockstep.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds the tables, as the launcher names it in the property {@code lockstep.home}. */
public record Checkout(Path home) {

    /** @throws Fault if the property is not set or names another kind of folder */
    public static Checkout locate() {
        String home = System.getProperty("lockstep.home");
        if (home == null) {
            throw Fault.environment(
                    "the property lockstep.home is not set, so the tables cannot be found",
                    "start Lockstep by the launcher ./lockstep, or give java -Dlockstep.home=CHECKOUT");
        }
        var checkout = new Checkout(Path.of(home).toAbsolutePath().normalize());
        if (!Files.isDirectory(checkout.tables())) {
            throw Fault.environment(
                    "the property lockstep.home names a folder without spec/tables: " + home,
                    "let it name a checkout of Lockstep");
        }
        return checkout;
    }

    public Path tables() {
        return home.resolve("spec/tables");
    }

    public Path models() {
        return home.resolve("spec/models");
    }

    /** What has been proved before. */
    public Path proofs() {
        return home.resolve(".lockstep/proofs");
    }

    public Path requirements() {
        return home.resolve("spec/requirements");
    }
}
