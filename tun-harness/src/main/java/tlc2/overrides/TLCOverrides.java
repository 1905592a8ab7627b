package tlc2.overrides;

import dev.lockstep.harness.check.inside.Watch;

/** TLC looks for a class of exactly this name and asks it which operators are written in Java. */
public final class TLCOverrides implements ITLCOverrides {

    @Override
    @SuppressWarnings("rawtypes")
    public Class[] get() {
        return new Class[] {Watch.class};
    }
}
