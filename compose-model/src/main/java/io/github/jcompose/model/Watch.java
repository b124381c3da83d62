package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code develop.watch}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Watch(
        @Nullable String path,
        @Nullable String action,
        @Nullable String target,
        @Always Hook exec,
        List<String> include,
        List<String> ignore,
        boolean initialSync,
        Map<String, @Nullable Object> extensions) {
    public Watch {
        exec = exec == null ? Hook.EMPTY : exec;
        include = Copies.list(include);
        ignore = Copies.list(ignore);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static WatchBuilder builder() {
        return WatchBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public WatchBuilder toBuilder() {
        return WatchBuilder.builder(this);
    }
}
