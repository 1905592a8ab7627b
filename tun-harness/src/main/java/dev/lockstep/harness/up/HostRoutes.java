package dev.lockstep.harness.up;

import dev.lockstep.harness.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this network namespace already routes. A new interface whose network overlaps one of these would take traffic
 * away from an existing interface, so it is refused.
 */
final class HostRoutes {

    private static final Path TABLE = Path.of("/proc/net/route");

    /** One line of {@code /proc/net/route}: addresses and masks in hexadecimal, the lowest byte first. */
    record Route(String device, int network, int prefix) {

        static Route of(String line) {
            String[] columns = line.split("\t");
            int mask = Integer.reverseBytes(Integer.parseUnsignedInt(columns[7], 16));
            return new Route(
                    columns[0], Integer.reverseBytes(Integer.parseUnsignedInt(columns[1], 16)), Integer.bitCount(mask));
        }
    }

    private HostRoutes() {}

    /** @throws InputException where an interface, named in the message, has addresses in common with {@code subnet} */
    static void refuseOverlap(Subnet subnet) {
        try (var lines = Files.lines(TABLE)) {
            lines.skip(1).filter(line -> !line.isBlank()).map(Route::of).forEach(route -> {
                if (route.prefix > 0 && subnet.overlaps(route.network, route.prefix)) { // a default route yields
                    throw new InputException(
                            "--address " + subnet,
                            "the network overlaps one that " + route.device + " leads to here",
                            "choose another network, e.g. --address 10.77.0.2/24, or run inside: unshare -rn");
                }
            });
        } catch (IOException noProc) {
            // Without the table nothing is known; the kernel still refuses an address that is taken.
        }
    }
}
