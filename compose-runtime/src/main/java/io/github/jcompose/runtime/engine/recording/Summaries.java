package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Health;
import io.github.jcompose.runtime.engine.JsonObject;
import java.util.List;
import java.util.Map;

/** Says of a container what a list says. */
final class Summaries {
    private Summaries() {}

    static ContainerSummary of(ContainerDetails details) {
        JsonObject raw = new JsonObject(
                Map.of("HostConfig", Map.of("NetworkMode", details.hostConfig().string("NetworkMode"))));
        return new ContainerSummary(
                details.id(),
                List.of(details.name()),
                details.image(),
                details.imageId(),
                String.join(" ", details.config().strings("Cmd")),
                details.created(),
                details.state().status(),
                details.state().status().word(),
                new Health(details.state().health().status(), 0, List.of()),
                details.ports(),
                details.labels(),
                details.networks(),
                details.mounts(),
                raw);
    }
}
