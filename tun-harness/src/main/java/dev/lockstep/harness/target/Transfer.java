package dev.lockstep.harness.target;

import java.time.Duration;

/** What became of one transfer by a program on the kernel's side. */
public sealed interface Transfer {

    /**
     * The program was content.
     *
     * @param content what it received
     * @param took from its start to its end, starting a program included
     */
    record Done(StreamDigest content, Duration took) implements Transfer {

        /** Payload in megabits per second. */
        public double megabitsPerSecond() {
            return content.bytes() * 8e3 / Math.max(1, took.toNanos());
        }
    }

    /**
     * It was not.
     *
     * @param reason in the program's own words
     * @param took until it gave up
     */
    record Failed(String reason, Duration took) implements Transfer {}
}
