package io.github.jcompose.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A line of the report.
 *
 * @param id what its samples are called
 * @param group the heading that it stands under
 * @param unit of its values; with {@code /s} at the end, more is better
 * @param target what is aimed at: the most, {@code rX} for the most as a ratio to what is measured beside it, {@code +X}
 *     for so much more than that; {@code -} if there is none
 * @param raw what is measured beside it in the same run; {@code -} if nothing is
 * @param label what is measured
 */
record Line(String id, String group, String unit, String target, String raw, String label) {
    static final String NONE = "-";

    /** {@return the lines of a file with one a line, in their order} */
    static List<Line> parse(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(parts -> new Line(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]))
                .toList();
    }

    boolean moreIsBetter() {
        return unit.endsWith("/s");
    }

    /** {@return a value with as many digits as it is worth} */
    String told(double value) {
        String number = value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        return unit.startsWith("%") ? number + unit : number + " " + unit;
    }

    /** {@return the target in words; empty if there is none} */
    String toldTarget() {
        if (target.equals(NONE)) {
            return "";
        }
        return switch (target.charAt(0)) {
            case 'r' -> "ratio at most " + target.substring(1);
            case '+' -> "at most " + told(Double.parseDouble(target.substring(1))) + " more";
            default -> "at most " + told(Double.parseDouble(target));
        };
    }
}
