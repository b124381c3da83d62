package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code depends_on}: what another service must have reached before this one starts.
 *
 * @param restart restart this service when the other one is updated
 * @param required false: a missing or failing dependency is only a warning
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Dependency(
        DependencyCondition condition,
        boolean restart,

        @Always @RecordBuilder.Initializer("REQUIRED_BY_DEFAULT")
        boolean required,

        Map<String, @Nullable Object> extensions) {

    /** What holds when a file does not say. */
    public static final boolean REQUIRED_BY_DEFAULT = true;

    /** {@return a required dependency with that condition} */
    public static Dependency on(DependencyCondition condition) {
        return builder().condition(condition).build();
    }

    public Dependency {
        condition = condition == null ? DependencyCondition.SERVICE_STARTED : condition;
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static DependencyBuilder builder() {
        return DependencyBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public DependencyBuilder toBuilder() {
        return DependencyBuilder.builder(this);
    }
}
