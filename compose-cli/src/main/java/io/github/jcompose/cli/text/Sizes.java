package io.github.jcompose.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Sizes for people. */
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final String[] BINARY_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

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

    /** {@return the size in decimal units with at most three digits, such as {@code 23.9MB}} */
    public static String brief(long bytes) {
        return significant(bytes, 1000, UNITS, 3);
    }

    /** {@return the size in binary units with at most four digits, such as {@code 23.54GiB}} */
    public static String binary(long bytes) {
        return significant(bytes, 1024, BINARY_UNITS, 4);
    }

    private static String significant(long bytes, int base, String[] units, int digits) {
        double value = bytes;
        int unit = 0;
        while (value >= base && unit < units.length - 1) {
            value /= base;
            unit++;
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return (rounded.signum() == 0 ? "0" : rounded.toPlainString()) + units[unit];
    }
}
