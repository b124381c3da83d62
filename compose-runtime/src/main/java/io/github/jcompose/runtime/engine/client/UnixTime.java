package io.github.jcompose.runtime.engine.client;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes times as the engine reads them. */
final class UnixTime {
    private UnixTime() {}

    /** {@return seconds since 1970 and nanoseconds; null for null} */
    static @Nullable String of(@Nullable Instant time) {
        return time == null ? null : String.format(Locale.ROOT, "%d.%09d", time.getEpochSecond(), time.getNano());
    }
}
