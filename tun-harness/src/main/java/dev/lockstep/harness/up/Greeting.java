package dev.lockstep.harness.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how to reach the stack from another shell. */
final class Greeting {

    private static final Path OUR_NAMESPACE = Path.of("/proc/self/ns/net");
    private static final Path FIRST_NAMESPACE = Path.of("/proc/1/ns/net");
    private static final Path USER_IDS = Path.of("/proc/self/uid_map");

    private Greeting() {}

    static String of(UpOptions options) {
        String stack = options.subnet().stack().getHostAddress();
        var text = new StringBuilder("%s is up: the stack is %s, the kernel %s. From another shell:%n"
                .formatted(options.device(), stack, options.subnet().kernelSide()));
        text.append(joining()).append("  ping ").append(stack).append('\n');
        for (Offer offer : options.offers()) {
            text.append("  ").append(use(offer, stack)).append('\n');
        }
        return text.append("Ctrl-C ends it.").toString();
    }

    private static String use(Offer offer, String stack) {
        String nc = "nc " + stack + " " + offer.port();
        return switch (offer) {
            case Offer.Echo echo -> nc + "      # echo";
            case Offer.Discard discard -> nc + " </dev/zero      # discard";
            case Offer.Chargen chargen -> nc + " | head      # chargen";
            case Offer.Http(int port, Path folder) ->
                "curl http://" + stack + (port == 80 ? "" : ":" + port) + "/FILE      # of " + folder;
        };
    }

    /** Inside {@code unshare -rn}, another shell has to join us, since it would not see the interface. */
    private static String joining() {
        try {
            if (Files.readSymbolicLink(OUR_NAMESPACE).equals(Files.readSymbolicLink(FIRST_NAMESPACE))) {
                return "";
            }
        } catch (IOException notAllowed) {
            // Who may not look at process 1 is not root outside, so this is a namespace of the user's own.
        }
        return "  nsenter -t " + ProcessHandle.current().pid()
                + (inUserNamespace() ? " -U --preserve-credentials" : "")
                + " -n      # first of all: a shell in our network namespace\n";
    }

    /** In the first user namespace every id is its own: {@code 0 0 4294967295}. */
    private static boolean inUserNamespace() {
        try {
            return !Files.readString(USER_IDS).strip().matches("0\\s+0\\s+4294967295");
        } catch (IOException noProc) {
            return false;
        }
    }
}
