package dev.lockstep.harness.target;

import java.net.URI;
import java.time.Duration;

/** An ordinary, unmodified HTTP client on the kernel's TCP. */
public interface HttpFetch {

    /** For messages, e.g. {@code curl 8.5.0}. */
    String name();

    /**
     * Gets one document and looks at all of it.
     *
     * @param limit when to give up
     * @throws InterruptedException where the caller is told to stop; nothing is left running
     */
    Transfer get(URI uri, Duration limit) throws InterruptedException;
}
