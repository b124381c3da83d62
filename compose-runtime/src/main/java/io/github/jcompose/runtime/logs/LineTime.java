package io.github.jcompose.runtime.logs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times before lines of a log. Those of one log mostly differ in their last digits only, and there are very
 * many of them, so the minute is read once.
 */
final class LineTime {
    private static final String MINUTE = "2006-01-02T15:04:";
    private static final String NANOS = "05.000000000Z";
    private static final int DOT = 2;

    private String minute = "";
    private long start;

    /** {@return the time; null if the text is none} */
    @Nullable
    Instant parse(String text) {
        int digits = MINUTE.length();
        if (text.length() == digits + NANOS.length()
                && text.startsWith(minute)
                && !minute.isEmpty()
                && text.charAt(digits + DOT) == '.'
                && text.charAt(text.length() - 1) == 'Z') {
            int seconds = number(text, digits, digits + DOT);
            int nanos = number(text, digits + DOT + 1, text.length() - 1);
            if (seconds >= 0 && seconds < 60 && nanos >= 0) {
                return Instant.ofEpochSecond(start + seconds, nanos);
            }
        }
        return text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9' ? null : slowly(text);
    }

    private @Nullable Instant slowly(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (text.length() == MINUTE.length() + NANOS.length() && text.endsWith("Z")) {
                minute = text.substring(0, MINUTE.length());
                start = time.toEpochSecond() - time.getSecond();
            }
            return time.toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@return the number; -1 if there is anything but digits} */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
