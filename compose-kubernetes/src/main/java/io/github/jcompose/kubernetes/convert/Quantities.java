package io.github.jcompose.kubernetes.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in the spelling of Kubernetes. */
final class Quantities {
    private static final String[] UNITS = {"Ki", "Mi", "Gi", "Ti"};

    private Quantities() {}

    /** {@return bytes in the largest unit that needs no fraction} */
    static String bytes(long bytes) {
        long left = bytes;
        String unit = "";
        for (String next : UNITS) {
            if (left == 0 || left % 1024 != 0) {
                break;
            }
            left /= 1024;
            unit = next;
        }
        return left + unit;
    }

    /** {@return processors, in thousandths where they are not whole} */
    static String processors(double processors) {
        long thousandths = BigDecimal.valueOf(processors)
                .multiply(BigDecimal.valueOf(1000))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        thousandths = Math.max(1, thousandths);
        return thousandths % 1000 == 0 ? Long.toString(thousandths / 1000) : thousandths + "m";
    }
}
