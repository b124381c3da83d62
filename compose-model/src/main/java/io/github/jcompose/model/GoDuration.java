package io.github.jcompose.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in the spelling of compose files, such as {@code 1m30s}; days and weeks are read, not written. */
public final class GoDuration {
    /** Longer text is refused unread: numbers of many digits take long to convert. */
    private static final int LONGEST = 200;

    /** Numbers of so many digits are added up without a check: ten of them in the greatest unit are in range. */
    private static final int FEW_DIGITS = 3;

    /** What the few durations need that are not made of small whole numbers; costly to load. */
    private static final class Exact {
        static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)([^0-9.]*)");
    }

    private static final Map<String, Long> NANOS = Map.ofEntries(
            Map.entry("ns", 1L),
            Map.entry("us", 1_000L),
            Map.entry("µs", 1_000L),
            Map.entry("μs", 1_000L),
            Map.entry("ms", 1_000_000L),
            Map.entry("s", 1_000_000_000L),
            Map.entry("m", 60_000_000_000L),
            Map.entry("h", 3_600_000_000_000L),
            Map.entry("d", 86_400_000_000_000L),
            Map.entry("w", 604_800_000_000_000L));

    private GoDuration() {}

    /**
     * {@return the duration that the text gives}
     *
     * @throws IllegalArgumentException if the text is no duration
     */
    public static Duration parse(String text) {
        if (text.length() > LONGEST) {
            throw invalid(text.substring(0, LONGEST) + "...", "it is too long");
        }
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        if (digits.equals("0")) {
            return Duration.ZERO;
        }
        long usual = usual(digits);
        return usual >= 0 ? Duration.ofNanos(negative ? -usual : usual) : exact(text, digits, negative);
    }

    /** {@return the nanoseconds of small whole numbers with units; -1 for anything else} */
    private static long usual(String text) {
        long nanos = 0;
        int at = 0;
        int parts = 0;
        while (at < text.length()) {
            int start = at;
            int number = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < FEW_DIGITS) {
                number = 10 * number + text.charAt(at++) - '0';
            }
            int unitStart = at;
            while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                at++;
            }
            Long unit = NANOS.get(text.substring(unitStart, at));
            if (unitStart == start || unit == null || ++parts > 10) {
                return -1;
            }
            nanos += number * unit;
        }
        return parts == 0 ? -1 : nanos;
    }

    private static Duration exact(String text, String digits, boolean negative) {
        Matcher matcher = Exact.PART.matcher(digits);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            Long unit = NANOS.get(matcher.group(2));
            if (unit == null) {
                throw invalid(
                        text,
                        matcher.group(2).isEmpty() ? "the unit is missing" : "unknown unit '" + matcher.group(2) + "'");
            }
            nanos = nanos.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)));
        }
        if (end == 0 || end != digits.length()) {
            throw invalid(text, "it is not a number with a unit");
        }
        try {
            long whole = nanos.setScale(0, RoundingMode.DOWN).longValueExact();
            return Duration.ofNanos(negative ? -whole : whole);
        } catch (ArithmeticException e) {
            throw invalid(text, "it is too long");
        }
    }

    private static IllegalArgumentException invalid(String text, String why) {
        return new IllegalArgumentException(
                "invalid duration '" + text + "': " + why + "; expected for example '1m30s'");
    }

    /** {@return the duration in hours, minutes and seconds, or in the unit below a second that fits} */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        String sign = nanos < 0 ? "-" : "";
        long rest = Math.abs(nanos);
        if (rest < 1_000L) {
            return sign + rest + "ns";
        }
        if (rest < 1_000_000L) {
            return sign + decimal(rest, 3) + "µs";
        }
        if (rest < 1_000_000_000L) {
            return sign + decimal(rest, 6) + "ms";
        }
        long minutes = rest / 60_000_000_000L;
        String seconds = decimal(rest % 60_000_000_000L, 9) + "s";
        if (minutes == 0) {
            return sign + seconds;
        }
        return sign + (minutes >= 60 ? minutes / 60 + "h" : "") + minutes % 60 + "m" + seconds;
    }

    private static String decimal(long value, int scale) {
        long one = scale == 9 ? 1_000_000_000L : scale == 6 ? 1_000_000L : 1_000L;
        if (value % one == 0) {
            return Long.toString(value / one);
        }
        return BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
    }
}
