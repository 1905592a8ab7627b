package dev.lockstep.properties.link;

import java.math.BigDecimal;

/** Writes an impairment the way {@link ImpairmentParser} reads it: the largest unit that needs no fraction. */
final class ImpairmentText {

    private ImpairmentText() {}

    static String of(Impairment impairment) {
        return switch (impairment) {
            case Impairment.Loss(double share) -> "loss=" + percent(share);
            case Impairment.Corrupt(double share) -> "corrupt=" + percent(share);
            case Impairment.Duplicate(double share) -> "duplicate=" + percent(share);
            case Impairment.Rate(long bits, int queue) ->
                "rate=" + scaled(bits, ImpairmentParser.RATES) + ",queue=" + scaled(queue, ImpairmentParser.SIZES);
            case Impairment.Reorder(double share, int depth) -> "reorder=" + percent(share) + ",depth=" + depth;
            case Impairment.Delay(long nanos, long jitter) ->
                "delay=" + scaled(nanos, ImpairmentParser.TIMES)
                        + (jitter == 0 ? "" : ",jitter=" + scaled(jitter, ImpairmentParser.TIMES));
        };
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String scaled(long value, Unit.Scale scale) {
        Unit unit = scale.units().getFirst();
        for (Unit larger : scale.units()) {
            if (value != 0 && value % larger.factor() == 0) {
                unit = larger;
            }
        }
        return value / unit.factor() + unit.name();
    }
}
