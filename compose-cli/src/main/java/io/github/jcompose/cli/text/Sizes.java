package io.github.jcompose.cli.text;

import java.util.Locale;

/** Sizes for people. */
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Sizes() {}

    /** {@return the size in decimal units with at most four digits, such as {@code 12.34MB}} */
    public static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        if (unit == 0) {
            return bytes + "B";
        }
        int decimals = value < 10 ? 3 : value < 100 ? 2 : 1;
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return digits.replaceAll("0+$", "").replaceAll("\\.$", "") + UNITS[unit];
    }
}
