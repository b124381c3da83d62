package io.github.jcompose.kubernetes.convert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations in whole seconds, as Kubernetes counts them. */
final class Seconds {
    private Seconds() {}

    /** {@return the seconds, rounded up} */
    static int of(Duration duration) {
        long whole = duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0);
        return (int) Math.min(Integer.MAX_VALUE, whole);
    }

    /** {@return the seconds, at least one; the default where the duration is not set or zero} */
    static int of(@Nullable Duration duration, int otherwise) {
        return duration == null || duration.isZero() ? otherwise : Math.max(1, of(duration));
    }
}
