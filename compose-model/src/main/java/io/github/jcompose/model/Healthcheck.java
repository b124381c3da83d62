package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the engine finds out whether a container is healthy.
 *
 * @param test starts with CMD, CMD-SHELL or NONE; empty: the image's
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Healthcheck(
        List<String> test,
        @Nullable Duration timeout,
        @Nullable Duration interval,
        @Nullable Long retries,
        @Nullable Duration startPeriod,
        @Nullable Duration startInterval,
        boolean disable,
        Map<String, @Nullable Object> extensions) {
    public Healthcheck {
        test = Copies.list(test);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder for the health that a command line tells, run by the shell of the container} */
    public static HealthcheckBuilder shell(String command) {
        return builder().test(List.of("CMD-SHELL", command));
    }

    /** {@return a builder without any attribute set} */
    public static HealthcheckBuilder builder() {
        return HealthcheckBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public HealthcheckBuilder toBuilder() {
        return HealthcheckBuilder.builder(this);
    }
}
