package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code deploy.restart_policy}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record RestartPolicy(
        @Nullable String condition,
        @Nullable Duration delay,
        @Nullable Long maxAttempts,
        @Nullable Duration window,
        Map<String, @Nullable Object> extensions) {
    public RestartPolicy {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static RestartPolicyBuilder builder() {
        return RestartPolicyBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public RestartPolicyBuilder toBuilder() {
        return RestartPolicyBuilder.builder(this);
    }
}
