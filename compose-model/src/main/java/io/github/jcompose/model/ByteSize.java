package io.github.jcompose.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes; some attributes take -1 for "no limit".
 *
 * @param bytes the size in bytes
 */
public record ByteSize(long bytes) implements TreeValue {
    /** Longer text is refused unread: numbers of many digits take long to convert. */
    private static final int LONGEST = 200;

    private static final String SUFFIXES = "bkmgtp";
    /** The index of the greatest suffix with which numbers of nine digits are in range. */
    private static final int GIGA = 3;

    /** What the few sizes need that are not a short whole number; costly to load. */
    private static final class Exact {
        static final Pattern SYNTAX = Pattern.compile("(-?[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+) ?([A-Za-z]*)");
    }

    /** {@return that many bytes} */
    public static ByteSize of(long bytes) {
        return new ByteSize(bytes);
    }

    /**
     * {@return the size that the text gives: a number and an optional suffix b, k, m, g, t or p, each 1024
     * times the one before, with an optional "b" or "ib" behind it}
     *
     * @throws IllegalArgumentException if the text is no size
     */
    public static ByteSize parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("invalid size '" + text.substring(0, LONGEST) + "...': it is too long");
        }
        long usual = usual(text);
        return usual >= 0 ? new ByteSize(usual) : exact(text);
    }

    /** {@return the size of up to nine digits with or without one letter; -1 for anything else} */
    private static long usual(String text) {
        long number = 0;
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = 10 * number + text.charAt(at++) - '0';
            if (at > 9) {
                return -1;
            }
        }
        if (at == 0 || at + 1 < text.length()) {
            return -1;
        }
        int power = at == text.length() ? 0 : SUFFIXES.indexOf(text.charAt(at) | ' ');
        return power < 0 || power > GIGA ? -1 : number << (10 * power);
    }

    private static ByteSize exact(String text) {
        Matcher matcher = Exact.SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "invalid size '" + text + "'; expected a number of bytes such as '512m'");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String suffix = matcher.group(2).toLowerCase(Locale.ROOT);
        int power = suffix.isEmpty() ? 0 : SUFFIXES.indexOf(suffix.charAt(0));
        String rest = suffix.isEmpty() ? "" : suffix.substring(1);
        boolean unit = rest.isEmpty() || (power > 0 && (rest.equals("b") || rest.equals("ib")));
        if (power < 0 || !unit) {
            throw new IllegalArgumentException(
                    "invalid suffix '" + matcher.group(2) + "' of size '" + text + "'; expected b, k, m, g, t or p");
        }
        if (number.signum() < 0 && !suffix.isEmpty()) {
            throw new IllegalArgumentException("invalid size '" + text + "': a size is not negative");
        }
        BigDecimal bytes = number.multiply(BigDecimal.valueOf(1024).pow(power)).setScale(0, RoundingMode.DOWN);
        try {
            return new ByteSize(bytes.longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("size '" + text + "' is too large", e);
        }
    }

    @Override
    public String toTree() {
        return Long.toString(bytes);
    }

    @Override
    public String toString() {
        return toTree();
    }
}
