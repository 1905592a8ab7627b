package dev.lockstep.harness.tun;

import dev.lockstep.harness.EnvironmentException;
import dev.lockstep.harness.HarnessException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/**
 * Whether this machine lets this user have a TUN device in a network namespace of its own, found out by trying, since
 * user id, capabilities, seccomp filters, module and sysctls all have a say.
 */
public sealed interface TunSupport {

    /** What to do where a permission is lacking. */
    String PERMISSION_FIX = "run as root, or in a namespace of your own: unshare -rn <command>;"
            + " in a container: --cap-add NET_ADMIN --cap-add SYS_ADMIN --device /dev/net/tun";

    /** How a namespace is to be had. */
    enum Means {
        /** This process may make network namespaces itself: root, or CAP_SYS_ADMIN. */
        AS_ROOT,
        /** An ordinary user, to whom {@code unshare -rn} gives a user namespace with a network namespace in it. */
        USER_NAMESPACE
    }

    /** A TUN device is to be had. */
    record Available(Means means) implements TunSupport {}

    /**
     * It is not.
     *
     * @param place what refused
     * @param reason what is lacking, one sentence without a full stop
     * @param fix how to get it
     */
    record Missing(String place, String reason, String fix) implements TunSupport {

        /** The same as a failure with exit code 3. */
        public EnvironmentException toException() {
            return new EnvironmentException(place, reason, fix);
        }

        private static Missing of(HarnessException refusal) {
            return new Missing(refusal.place(), refusal.what(), refusal.fix());
        }
    }

    /**
     * Tries it: opens the device file, makes a namespace, makes an interface in it, and lets go of everything. Takes
     * milliseconds; leaves nothing behind.
     */
    static TunSupport probe() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return new Missing(
                    "operating system " + System.getProperty("os.name"),
                    "TUN devices and network namespaces are used as Linux has them",
                    "run in a Linux virtual machine or container; simulations run everywhere");
        }
        int fd = TunOpener.openFile();
        if (fd < 0) {
            return Missing.of(TunOpener.cannotOpen(-fd));
        }
        TunOpener.closeFile(fd);
        try (NetworkNamespace scratch = NetworkNamespace.create("probe")) {
            scratch.call(() -> {
                TunDevice.open(TunOptions.named("probe%d")).close();
                return null;
            });
            return new Available(Means.AS_ROOT);
        } catch (EnvironmentException refusal) {
            return probeUserNamespace(refusal);
        } catch (Exception unexpected) {
            return new Missing(
                    TunOpener.PATH, "probing failed: " + unexpected, "report this with the kernel's version");
        }
    }

    private static TunSupport probeUserNamespace(EnvironmentException asRoot) {
        try {
            Process trial = new ProcessBuilder("unshare", "-rn", "true")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(5, TimeUnit.SECONDS)) {
                trial.destroyForcibly();
            } else if (trial.exitValue() == 0) {
                return new Available(Means.USER_NAMESPACE);
            }
            return new Missing(
                    "network namespace",
                    asRoot.what() + ", and user namespaces are switched off",
                    "run as root, or allow them: sysctl kernel.unprivileged_userns_clone=1"
                            + " kernel.apparmor_restrict_unprivileged_userns=0 (whichever exists);"
                            + " in a container: --cap-add NET_ADMIN --cap-add SYS_ADMIN");
        } catch (IOException noProgram) {
            return new Missing(
                    "unshare",
                    asRoot.what() + ", and the program unshare was not found",
                    "run as root, or install the package util-linux");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Missing("network namespace", "the probe was interrupted", "run it again");
        }
    }
}
