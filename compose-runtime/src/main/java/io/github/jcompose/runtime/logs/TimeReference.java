package io.github.jcompose.runtime.logs;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.GoDuration;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads a point in time as users of docker give it: a duration before now, a date, a time, or seconds since 1970. */
public final class TimeReference {
    private TimeReference() {}

    /**
     * {@return the point in time; null for null}
     *
     * @throws ComposeException if the text is none
     */
    public static @Nullable Instant parse(@Nullable String text, Clock clock, ZoneId zone) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return clock.instant().minus(GoDuration.parse(text));
        } catch (IllegalArgumentException e) {
            return time(text, zone);
        }
    }

    private static Instant time(String text, ZoneId zone) {
        try {
            if (text.matches("[0-9]+(\\.[0-9]+)?")) {
                BigDecimal seconds = new BigDecimal(text);
                long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
                return Instant.ofEpochSecond(seconds.longValue(), nanos);
            }
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            return text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new ComposeException(
                    "invalid time '" + text + "'; expected for example 10m, 2026-01-31 or 2026-01-31T10:00:00Z", e);
        }
    }
}
