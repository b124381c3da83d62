package io.github.jcompose.loader.syntax;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of an unquoted YAML scalar that looks like a date, with or without a time.
 *
 * @param local the date and time as written
 * @param offsetMinutes minutes east of UTC; up to 25 hours, which is more than {@link java.time.ZoneOffset} takes
 */
public record Timestamp(LocalDateTime local, int offsetMinutes) {
    private static final int YEAR_DIGITS = 4;

    /** Made for the first date: most files have none. */
    private static final class Formats {
        static final DateTimeFormatter WITH_SPACE = format(' ');
        static final DateTimeFormatter WITH_T = format('T');
    }

    /**
     * Reads {@code 2020-1-2}, {@code 2020-01-02 3:04:05.6} or RFC 3339 with a {@code T} or {@code t}; months, days,
     * hours, minutes and seconds may have one digit.
     *
     * @return null where the text is not such a date
     */
    public static @Nullable Timestamp parse(String text) {
        if (text.length() <= YEAR_DIGITS || text.charAt(YEAR_DIGITS) != '-') {
            return null;
        }
        return new Reader(text).read();
    }

    /** {@return the form the reference prints for a date in an environment value: {@code 2020-01-02 00:00:00 +0000 UTC}} */
    public String text() {
        String offset = offset("");
        return Formats.WITH_SPACE.format(local) + ' ' + offset + ' ' + (offsetMinutes == 0 ? "UTC" : offset);
    }

    /** {@return the form of RFC 3339, the one for JSON and YAML: {@code 2020-01-02T00:00:00Z}} */
    public String rfc3339() {
        return Formats.WITH_T.format(local) + (offsetMinutes == 0 ? "Z" : offset(":"));
    }

    @Override
    public String toString() {
        return text();
    }

    private static DateTimeFormatter format(char betweenDateAndTime) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral(betweenDateAndTime)
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .toFormatter(Locale.ROOT);
    }

    private String offset(String between) {
        int minutes = Math.abs(offsetMinutes);
        return String.format(
                Locale.ROOT, "%s%02d%s%02d", offsetMinutes < 0 ? "-" : "+", minutes / 60, between, minutes % 60);
    }

    /** Walks the text once; a field that does not fit makes every later one fail as well. */
    private static final class Reader {
        private final String text;
        private int at;
        private boolean fits = true;

        Reader(String text) {
            this.text = text;
        }

        @Nullable
        Timestamp read() {
            int year = number(YEAR_DIGITS, YEAR_DIGITS, 9999);
            expect('-');
            int month = number(1, 2, 12);
            expect('-');
            int day = number(1, 2, 31);
            fits &= month >= 1 && day >= 1;
            fits = fits && day <= YearMonth.of(year, month).lengthOfMonth();
            if (!fits) {
                return null;
            }
            if (at == text.length()) {
                return new Timestamp(LocalDateTime.of(year, month, day, 0, 0), 0);
            }
            char separator = text.charAt(at++);
            fits = separator == 'T' || separator == 't' || separator == ' ';
            while (separator == ' ' && peek() == ' ') {
                at++;
            }
            int hour = number(1, 2, 23);
            expect(':');
            int minute = number(1, 2, 59);
            expect(':');
            int second = number(1, 2, 59);
            int nano = fraction();
            int offset = separator == ' ' ? 0 : offset();
            return fits && at == text.length()
                    ? new Timestamp(LocalDateTime.of(year, month, day, hour, minute, second, nano), offset)
                    : null;
        }

        private int fraction() {
            if ((peek() != '.' && peek() != ',') || at + 1 >= text.length() || !isDigit(text.charAt(at + 1))) {
                return 0;
            }
            at++;
            int nano = 0;
            int digits = 0;
            for (; isDigit(peek()); at++) {
                if (digits < 9) {
                    nano = nano * 10 + (peek() - '0');
                    digits++;
                }
            }
            for (; digits < 9; digits++) {
                nano *= 10;
            }
            return nano;
        }

        private int offset() {
            char sign = peek();
            at++;
            if (sign == 'Z') {
                return 0;
            }
            fits &= sign == '+' || sign == '-';
            int hours = number(2, 2, 24);
            expect(':');
            int minutes = hours * 60 + number(2, 2, 60);
            return sign == '-' ? -minutes : minutes;
        }

        private int number(int least, int most, int max) {
            int value = 0;
            int digits = 0;
            for (; digits < most && isDigit(peek()); at++) {
                value = value * 10 + (peek() - '0');
                digits++;
            }
            fits &= digits >= least && value <= max;
            return value;
        }

        private void expect(char wanted) {
            fits &= peek() == wanted;
            at++;
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
