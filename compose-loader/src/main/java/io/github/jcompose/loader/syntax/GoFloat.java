package io.github.jcompose.loader.syntax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Floating point numbers as the reference reads and prints them: the fewest digits that read back as the same number. (What
 * {@link Double#toString(double)} gives has sometimes more of them before Java 19.)
 */
public final class GoFloat {
    /** Seventeen decimal digits tell any two doubles apart. */
    private static final int MOST_DIGITS = 17;

    /** A text longer than this is not read as a number, which would take several times its memory. */
    private static final int LONGEST = 2000;

    private GoFloat() {}

    /**
     * {@return the number that the text stands for: digits (with underscores between them), at most one point and one
     * exponent; null for anything else, and for what is too large or endless}
     */
    static @Nullable Double parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            if (!isDigitAt(text, i - 1) || !isDigitAt(text, i + 1)) {
                return null;
            }
        }
        String plain = text.replace("_", "");
        if (!isDecimal(plain)) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? null : (Double) value;
    }

    /** {@return the number with an exponent where that is below -4 or above 5: {@code 0.5}, {@code 1e+06}, {@code 1e-07}} */
    public static String text(double number) {
        return Double.isFinite(number)
                ? text(number, shortest(number, digits -> digits.doubleValue() == number))
                : notFinite(number);
    }

    /** {@return the number like {@link #text(double)}, with the digits that single precision needs} */
    public static String text(float number) {
        return Float.isFinite(number)
                ? text(number, shortest(number, digits -> digits.floatValue() == number))
                : notFinite(number);
    }

    /**
     * {@return the number as JSON has it, with an exponent only below 1e-6 and from 1e21 on}
     *
     * @throws IllegalArgumentException for infinity and not-a-number, which JSON does not have
     */
    public static String json(double number) {
        requireFinite(number);
        return json(number, shortest(number, digits -> digits.doubleValue() == number));
    }

    /**
     * {@return the number like {@link #json(double)}, with the digits that single precision needs}
     *
     * @throws IllegalArgumentException for infinity and not-a-number, which JSON does not have
     */
    public static String json(float number) {
        requireFinite(number);
        return json(number, shortest(number, digits -> digits.floatValue() == number));
    }

    private static boolean isDecimal(String text) {
        int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, at);
        int digits = end - at;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = digitsEnd(text, fraction);
            digits += end - fraction;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            end = digitsEnd(text, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return digits > 0 && end == text.length();
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (isDigitAt(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigitAt(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no number " + notFinite(number));
        }
    }

    private static String notFinite(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return number > 0 ? "+Inf" : "-Inf";
    }

    private static String text(double number, BigDecimal digits) {
        int exponent = exponent(digits);
        return exponent < -4 || exponent >= 6 ? scientific(number, digits, 2) : plain(number, digits);
    }

    private static String json(double number, BigDecimal digits) {
        double size = Math.abs(number);
        boolean scientific = size != 0 && (size < 1e-6 || size >= 1e21);
        return scientific ? scientific(number, digits, exponent(digits) < 0 ? 1 : 2) : plain(number, digits);
    }

    private static int exponent(BigDecimal digits) {
        return digits.signum() == 0 ? 0 : digits.precision() - digits.scale() - 1;
    }

    private static String plain(double number, BigDecimal digits) {
        return sign(number) + digits.toPlainString();
    }

    private static String scientific(double number, BigDecimal digits, int exponentWidth) {
        String all = digits.unscaledValue().toString();
        int exponent = exponent(digits);
        String size = Integer.toString(Math.abs(exponent));
        return sign(number)
                + all.charAt(0)
                + (all.length() > 1 ? "." + all.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + "0".repeat(Math.max(0, exponentWidth - size.length()))
                + size;
    }

    private static String sign(double number) {
        return Double.doubleToRawLongBits(number) < 0 ? "-" : "";
    }

    /** The magnitude in as few digits as read back as the same number; of several such, the nearest. */
    private static BigDecimal shortest(double number, Predicate<BigDecimal> readsBack) {
        if (number == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal signed = new BigDecimal(number);
        BigDecimal found = signed;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigDecimal nearest = signed.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            // At a power of two the next number below is nearer than the one above, so the farther one may fit.
            BigDecimal above = signed.round(new MathContext(digits, RoundingMode.UP));
            if (readsBack.test(nearest)) {
                found = nearest;
                break;
            }
            if (readsBack.test(above)) {
                found = above;
                break;
            }
        }
        return found.abs().stripTrailingZeros();
    }
}
