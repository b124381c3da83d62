package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a bind mount.
 *
 * @param createHostPath create the folder on the host when it is absent
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record BindOptions(
        @Nullable String selinux,
        @Nullable String propagation,

        @DefaultTrue @RecordBuilder.Initializer("CREATE_BY_DEFAULT")
        boolean createHostPath,

        @Nullable String recursive,
        Map<String, @Nullable Object> extensions) {

    /** What holds when a file does not say. */
    public static final boolean CREATE_BY_DEFAULT = true;

    public BindOptions {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static BindOptionsBuilder builder() {
        return BindOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public BindOptionsBuilder toBuilder() {
        return BindOptionsBuilder.builder(this);
    }
}
