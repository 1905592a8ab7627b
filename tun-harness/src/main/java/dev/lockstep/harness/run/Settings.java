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

    /** Headers of IP and TCP without options: so much less than the MTU is a segment's text (RFC 9293 §3.7.1). */
    private static final int HEADERS = 40;

    private static final int ETHERNET = 1500;

    /**
     * A configuration with a fresh secret, for a link with an MTU of 1500.
     *
     * @param address the stack's
     * @param prefix of its network
     * @param settings parameters of TCP's tables: {@code RTO.MIN=200ms}
     * @throws InputException where there is no such parameter, it cannot have that value, or not beside the others
     */
    public static StackConfig config(int address, int prefix, List<String> settings) {
        return config(address, prefix, settings, new SecureRandom().nextLong());
    }

    /**
     * As {@link #config(int, int, List)}, for a link of this MTU: MSS.RECEIVE and RCV.STEP are what fits into it, unless
     * they are set.
     */
    public static StackConfig forLink(int mtu, int address, int prefix, List<String> settings) {
        return config(mtu, address, prefix, settings, new SecureRandom().nextLong());
    }

    /** As {@link #config(int, int, List)}, with a secret made of a seed: for runs that come out the same each time. */
    public static StackConfig config(int address, int prefix, List<String> settings, long seed) {
        return config(ETHERNET, address, prefix, settings, seed);
    }

    private static StackConfig config(int mtu, int address, int prefix, List<String> settings, long seed) {
        String text = String.valueOf(mtu - HEADERS);
        Parameters parameters = Parameters.defaults().with("MSS.RECEIVE", text).with("RCV.STEP", text);
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
    public static void check(int mtu, List<String> settings) {
        config(mtu, 0, 24, settings, 0);
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
