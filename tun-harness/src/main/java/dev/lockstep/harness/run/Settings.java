package dev.lockstep.harness.run;

import dev.lockstep.harness.InputException;
import dev.lockstep.stack.socket.StackConfig;
import dev.lockstep.stack.tcp.SipKey;
import dev.lockstep.stack.tcp.table.Invariants;
import dev.lockstep.stack.tcp.table.Parameters;
import java.security.SecureRandom;
import java.util.List;

/** What a stack is built with, from what a user writes. */
public final class Settings {

    private Settings() {}

    /**
     * A configuration with a fresh secret.
     *
     * @param address the stack's
     * @param prefix of its network
     * @param settings parameters of TCP's tables: {@code RTO.MIN=200ms}
     * @throws InputException where there is no such parameter, it cannot have that value, or not beside the others
     */
    public static StackConfig config(int address, int prefix, List<String> settings) {
        return config(address, prefix, settings, new SecureRandom().nextLong());
    }

    /** As {@link #config(int, int, List)}, with a secret made of a seed: for runs that come out the same each time. */
    public static StackConfig config(int address, int prefix, List<String> settings, long seed) {
        Parameters parameters = Parameters.defaults();
        for (String setting : settings) {
            parameters = with(parameters, setting);
        }
        String violated = Invariants.violated(parameters);
        if (violated != null) {
            throw new InputException(
                    "--set " + String.join(" --set ", settings),
                    "the parameters violate " + violated + ", which the proofs rely on",
                    "see ./lockstep explain " + violated);
        }
        return StackConfig.of(address, new SipKey(seed, ~seed))
                .withPrefix(prefix)
                .withParameters(parameters);
    }

    /** @throws InputException as {@link #config(int, int, List)} */
    public static void check(List<String> settings) {
        config(0, 24, settings, 0);
    }

    private static Parameters with(Parameters before, String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            throw new InputException("--set " + setting, "not NAME=VALUE", "write e.g. --set RTO.MIN=200ms");
        }
        try {
            return before.with(setting.substring(0, equals), setting.substring(equals + 1));
        } catch (IllegalArgumentException refused) {
            throw new InputException(
                    "--set " + setting,
                    refused.getMessage(),
                    "spec/tables/tcp/vocabulary.yaml has the parameters with their types and values");
        }
    }
}
