package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file watcher does while the service is developed; see the <a href="https://github.com/compose-spec/compose-spec/blob/main/develop.md">Compose Specification</a>.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Develop(List<Watch> watch, Map<String, @Nullable Object> extensions) {
    public Develop {
        watch = Copies.list(watch);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static DevelopBuilder builder() {
        return DevelopBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public DevelopBuilder toBuilder() {
        return DevelopBuilder.builder(this);
    }
}
