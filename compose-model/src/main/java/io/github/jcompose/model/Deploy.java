package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the service is deployed: replicas, resources, placement; see the <a href="https://github.com/compose-spec/compose-spec/blob/main/deploy.md">Compose Specification</a>.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Deploy(
        @Nullable String mode,
        @Nullable Integer replicas,
        Map<String, String> labels,
        @Nullable UpdateConfig updateConfig,
        @Nullable UpdateConfig rollbackConfig,
        @Always Resources resources,
        @Nullable RestartPolicy restartPolicy,
        @Always Placement placement,
        @Nullable String endpointMode,
        Map<String, @Nullable Object> extensions) {
    public Deploy {
        labels = Copies.map(labels);
        resources = resources == null ? Resources.EMPTY : resources;
        placement = placement == null ? Placement.EMPTY : placement;
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static DeployBuilder builder() {
        return DeployBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public DeployBuilder toBuilder() {
        return DeployBuilder.builder(this);
    }
}
