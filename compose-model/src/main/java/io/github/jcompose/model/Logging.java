package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log driver of a service.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Logging(@Nullable String driver, Map<String, String> options, Map<String, @Nullable Object> extensions) {
    public Logging {
        options = Copies.map(options);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static LoggingBuilder builder() {
        return LoggingBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public LoggingBuilder toBuilder() {
        return LoggingBuilder.builder(this);
    }
}
