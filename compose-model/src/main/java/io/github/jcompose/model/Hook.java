package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command run around the start or the stop of a container: {@code pre_start}, {@code post_start}, {@code pre_stop}.
 *
 * @param command null: the image decides
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Hook(
        @Always @Nullable List<String> command,
        @Nullable String image,
        @Nullable String user,
        boolean privileged,
        @Nullable String workingDir,
        Map<String, @Nullable String> environment,
        boolean perReplica,
        Map<String, @Nullable Object> extensions) {
    static final Hook EMPTY = builder().build();

    public Hook {
        command = Copies.listOrNull(command);
        environment = Copies.map(environment);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static HookBuilder builder() {
        return HookBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public HookBuilder toBuilder() {
        return HookBuilder.builder(this);
    }
}
