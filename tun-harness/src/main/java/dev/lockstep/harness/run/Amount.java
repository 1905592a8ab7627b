package dev.lockstep.harness.run;

import java.util.Locale;

/** Figures as people read them. */
public final class Amount {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Amount() {}

    /** {@code 512 B}, {@code 10.5 MB}: thousands, as in MB/s. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double scaled = bytes / 1e3;
        int unit = 0;
        while (scaled >= 999.95 && unit < UNITS.length - 1) {
            scaled /= 1e3;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", scaled, UNITS[unit]);
    }

    /** {@code 1,234,567}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 segment}, {@code 7,182 segments}. */
    public static String of(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** {@code 0.82 s}, {@code 14.1 s}. */
    public static String seconds(long nanos) {
        double seconds = nanos / 1e9;
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
}
