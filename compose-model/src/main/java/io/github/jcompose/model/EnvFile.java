package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A file of environment variables.
 *
 * @param required false: the file may be absent
 */
@RecordBuilder
public record EnvFile(
        @Nullable String path,

        @DefaultTrue @RecordBuilder.Initializer("REQUIRED_BY_DEFAULT")
        boolean required,

        @Nullable String format) {

    /** What holds when a file does not say. */
    public static final boolean REQUIRED_BY_DEFAULT = true;

    /** {@return a builder without any attribute set} */
    public static EnvFileBuilder builder() {
        return EnvFileBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public EnvFileBuilder toBuilder() {
        return EnvFileBuilder.builder(this);
    }
}
