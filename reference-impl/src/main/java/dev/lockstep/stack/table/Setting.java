package dev.lockstep.stack.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parameter given as text: {@code RTO.MIN} and {@code 200ms}, in the notation of the tables. The generated {@code
 * Parameters.with} asks it for every parameter in turn; each but the one that is given keeps its value.
 *
 * @param name a parameter of the tables
 * @param value in the tables' notation
 */
public record Setting(String name, String value) {

    /** Sizes stay below 2^30, so that a sequence number plus a size is always ahead of it. */
    private static final long LARGEST_SIZE = (1L << 30) - 1;

    /**
     * The setting of one of {@code names}.
     *
     * @throws IllegalArgumentException when {@code name} is none of them; the message says which was perhaps meant
     */
    public static Setting of(List<String> names, String name, String value) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("no parameter " + name + "; " + suggest(names, name));
        }
        return new Setting(name, value.strip());
    }

    private static String suggest(List<String> names, String name) {
        return Nearest.to(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(names.isEmpty() ? "there are none" : "there are " + String.join(", ", names));
    }

    /** A number of bytes. */
    public int size(String parameter, int otherwise) {
        return parameter.equals(name) ? (int) number("a size in bytes", LARGEST_SIZE) : otherwise;
    }

    /** A number of things. */
    public int count(String parameter, int otherwise) {
        return parameter.equals(name) ? (int) number("a count", Integer.MAX_VALUE) : otherwise;
    }

    /** A sequence number. */
    public int seq(String parameter, int otherwise) {
        return parameter.equals(name) ? (int) number("a sequence number", (1L << 32) - 1) : otherwise;
    }

    /** A span of time, in milliseconds. */
    public long duration(String parameter, long otherwise) {
        if (!parameter.equals(name)) {
            return otherwise;
        }
        String unit = value.replaceFirst("^[0-9]+", "");
        long milliseconds = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            default -> throw expected("a duration such as 200ms, 1s or 2min");
        };
        String digits = value.substring(0, value.length() - unit.length());
        if (digits.isEmpty() || digits.length() > 9) {
            throw expected("a duration such as 200ms, 1s or 2min");
        }
        return Long.parseLong(digits) * milliseconds;
    }

    /** True or false. */
    public boolean flag(String parameter, boolean otherwise) {
        if (!parameter.equals(name)) {
            return otherwise;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw expected("true or false");
        };
    }

    /** One of {@code values}. */
    public <E extends Titled> E oneOf(String parameter, E otherwise, E[] values) {
        if (!parameter.equals(name)) {
            return otherwise;
        }
        for (E one : values) {
            if (one.title().equals(value)) {
                return one;
            }
        }
        throw expected("one of " + Arrays.stream(values).map(Titled::title).collect(Collectors.joining(", ")));
    }

    /** Milliseconds in the notation of the tables, in the largest unit that divides them. */
    public static String duration(long milliseconds) {
        if (milliseconds != 0 && milliseconds % 60_000 == 0) {
            return milliseconds / 60_000 + "min";
        }
        return milliseconds != 0 && milliseconds % 1_000 == 0 ? milliseconds / 1_000 + "s" : milliseconds + "ms";
    }

    private long number(String what, long largest) {
        if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) > largest) {
            throw expected(what + ", a whole number from 0 to " + largest);
        }
        return Long.parseLong(value);
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException(name + "=" + value + ": expected " + what);
    }
}
