package io.github.jcompose.runtime.create;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a container ({@code POST /containers/create}).
 *
 * @param platform null for the engine's own
 * @param body what the engine takes
 * @param later networks that an old engine takes only after the creation
 * @param warnings what the engine would leave out without a word
 */
public record ContainerRequest(
        @Nullable String platform, Map<String, @Nullable Object> body, List<Connection> later, List<String> warnings) {

    /** A network to connect to with an endpoint ({@code POST /networks/{id}/connect}). */
    public record Connection(String network, Map<String, @Nullable Object> endpoint) {}

    /**
     * {@return the request for a container}
     *
     * @throws io.github.jcompose.model.ComposeException if the service asks for what the engine cannot do
     */
    public static ContainerRequest of(ContainerSpec spec) {
        Networking networking = new Networking(spec);
        Mounts mounts = new Mounts(spec);
        Fields body = new ProcessSection(spec, networking).fields();
        body.always(
                "HostConfig", new HostSection(spec, networking, mounts).fields().map());
        Map<String, Map<String, @Nullable Object>> endpoints = networking.atCreation();
        if (!endpoints.isEmpty()) {
            body.always("NetworkingConfig", Map.of("EndpointsConfig", endpoints));
        }
        List<String> warnings = new ArrayList<>(ApiGaps.of(spec));
        warnings.addAll(mounts.warnings());
        return new ContainerRequest(
                spec.service().platform(), body.map(), networking.afterCreation(), List.copyOf(warnings));
    }
}
