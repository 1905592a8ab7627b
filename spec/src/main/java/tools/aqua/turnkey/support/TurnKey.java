package tools.aqua.turnkey.support;

import dev.lockstep.spec.proof.NativeZ3;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Stands in for the class of the same name in {@code tools.aqua:turnkey-support}, which this module leaves out of its
 * dependencies: Z3's Java bindings call it when they are first used, to load their native library. Theirs unpacks 35 MB into a
 * new temporary folder in each process, which takes longer than to prove an edited step, and leaves them there when the
 * process is killed. Ours unpacks once.
 */
public final class TurnKey {

    private TurnKey() {}

    /**
     * Called by {@code com.microsoft.z3.Native}.
     *
     * @param prefix folder of the libraries, {@code com/microsoft/z3}
     * @param resources opens a file of the bindings' jar by its absolute name; null if there is none
     */
    public static void load(String prefix, Function<String, InputStream> resources) {
        NativeZ3.load(prefix, resources);
    }
}
