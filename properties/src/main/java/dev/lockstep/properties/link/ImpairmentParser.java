package dev.lockstep.properties.link;

import dev.lockstep.stack.table.Nearest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code name=value,name=value}: see {@link Impairment#parse}. */
final class ImpairmentParser {

    static final Unit.Scale TIMES = new Unit.Scale(
            "time",
            "20ms",
            List.of(new Unit("ns", 1), new Unit("us", 1_000), new Unit("ms", 1_000_000), new Unit("s", 1_000_000_000)));
    static final Unit.Scale RATES = new Unit.Scale(
            "rate",
            "100mbit",
            List.of(
                    new Unit("bit", 1),
                    new Unit("kbit", 1_000),
                    new Unit("mbit", 1_000_000),
                    new Unit("gbit", 1_000_000_000)));
    static final Unit.Scale SIZES = new Unit.Scale(
            "size", "64KB", List.of(new Unit("B", 1), new Unit("KB", 1024), new Unit("MB", 1024 * 1024)));

    private static final List<String> NAMES =
            List.of("loss", "corrupt", "duplicate", "rate", "queue", "reorder", "depth", "delay", "jitter");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE / 16);

    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();

    ImpairmentParser(String text) {
        this.text = text;
    }

    List<Impairment> parse() {
        for (String option : text.isBlank() ? new String[0] : text.split(",", -1)) {
            take(option.strip());
        }
        needs("queue", "rate");
        needs("depth", "reorder");
        needs("jitter", "delay");
        List<Impairment> impairments = new ArrayList<>();
        if (values.containsKey("loss")) {
            impairments.add(new Impairment.Loss(share("loss")));
        }
        if (values.containsKey("corrupt")) {
            impairments.add(new Impairment.Corrupt(share("corrupt")));
        }
        if (values.containsKey("duplicate")) {
            impairments.add(new Impairment.Duplicate(share("duplicate")));
        }
        if (values.containsKey("rate")) {
            impairments.add(rate());
        }
        if (values.containsKey("reorder")) {
            impairments.add(new Impairment.Reorder(share("reorder"), depth()));
        }
        if (values.containsKey("delay")) {
            impairments.add(delay());
        }
        return List.copyOf(impairments);
    }

    private void take(String option) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals).strip();
        if (!NAMES.contains(name)) {
            String meant = Nearest.to(name, NAMES)
                    .map(near -> "did you mean " + near + "? ")
                    .orElse("");
            throw new ImpairmentSyntaxException(
                    option, "no such option: " + name, meant + "there are " + String.join(", ", NAMES));
        }
        String value = equals < 0 ? "" : option.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw new ImpairmentSyntaxException(
                    option, "the value is missing", "write e.g. " + name + "=" + example(name));
        }
        if (values.putIfAbsent(name, value) != null) {
            throw new ImpairmentSyntaxException(option, name + " is given twice", "keep one of them");
        }
    }

    private static String example(String name) {
        return switch (name) {
            case "rate" -> RATES.example();
            case "queue" -> SIZES.example();
            case "delay", "jitter" -> TIMES.example();
            case "depth" -> "3";
            default -> "2%";
        };
    }

    private void needs(String name, String other) {
        if (values.containsKey(name) && !values.containsKey(other)) {
            throw new ImpairmentSyntaxException(
                    written(name),
                    name + " means nothing without " + other,
                    "add e.g. " + other + "=" + example(other));
        }
    }

    private double share(String name) {
        String value = values.get(name);
        if (!value.endsWith("%")) {
            throw new ImpairmentSyntaxException(
                    written(name), "a share is given in percent", "write e.g. " + name + "=2%");
        }
        BigDecimal percent = number(name, value.substring(0, value.length() - 1), "2%");
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new ImpairmentSyntaxException(written(name), "not between 0% and 100%", "write e.g. " + name + "=2%");
        }
        return percent.movePointLeft(2).doubleValue();
    }

    private Impairment.Rate rate() {
        long bits = positive("rate", scaled("rate", RATES));
        int queue = values.containsKey("queue")
                ? (int) Math.min(Integer.MAX_VALUE, positive("queue", scaled("queue", SIZES)))
                : Impairment.Rate.defaultQueue(bits);
        return new Impairment.Rate(bits, queue);
    }

    private int depth() {
        if (!values.containsKey("depth")) {
            return 1;
        }
        BigDecimal depth = number("depth", values.get("depth"), "3");
        if (depth.signum() <= 0
                || depth.stripTrailingZeros().scale() > 0
                || depth.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new ImpairmentSyntaxException(
                    written("depth"), "not a whole number from 1 to 1000", "write e.g. depth=3");
        }
        return depth.intValue();
    }

    private Impairment.Delay delay() {
        long delay = scaled("delay", TIMES);
        long jitter = values.containsKey("jitter") ? scaled("jitter", TIMES) : 0;
        if (jitter > delay) {
            throw new ImpairmentSyntaxException(
                    written("jitter"),
                    "longer than the delay, so that packets would arrive before they were sent",
                    "let it be at most delay=" + values.get("delay"));
        }
        return new Impairment.Delay(delay, jitter);
    }

    private long positive(String name, long value) {
        if (value == 0) {
            throw new ImpairmentSyntaxException(
                    written(name), "zero lets nothing through", "write e.g. " + name + "=" + example(name));
        }
        return value;
    }

    private long scaled(String name, Unit.Scale scale) {
        String value = values.get(name);
        int end = value.length();
        while (end > 0 && Character.isLetter(value.charAt(end - 1))) {
            end--;
        }
        String suffix = value.substring(end).strip();
        for (Unit unit : scale.units()) {
            if (unit.name().equals(suffix)) {
                BigDecimal exact = number(name, value.substring(0, end), scale.example())
                        .multiply(BigDecimal.valueOf(unit.factor()));
                if (exact.signum() < 0 || exact.compareTo(LARGEST) > 0) {
                    throw new ImpairmentSyntaxException(
                            written(name), "out of range", "write e.g. " + name + "=" + scale.example());
                }
                return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
            }
        }
        List<String> units = scale.units().stream().map(Unit::name).toList();
        throw new ImpairmentSyntaxException(
                written(name),
                suffix.isEmpty()
                        ? "the unit of " + scale.quantity() + " is missing"
                        : "no such unit of " + scale.quantity() + ": " + suffix,
                "use one of " + String.join(", ", units) + ", e.g. " + name + "=" + scale.example());
    }

    private BigDecimal number(String name, String digits, String example) {
        // BigDecimal also reads exponents, and multiplying by 1e999999999 takes for ever.
        if (!digits.strip().matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            throw new ImpairmentSyntaxException(
                    written(name), "not a number: " + digits, "write e.g. " + name + "=" + example);
        }
        return new BigDecimal(digits.strip());
    }

    private String written(String name) {
        return name + "=" + values.get(name);
    }
}
