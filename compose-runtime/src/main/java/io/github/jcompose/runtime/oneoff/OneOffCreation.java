package io.github.jcompose.runtime.oneoff;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.ContainerRequest;
import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.engine.CreatedContainer;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.observe.Observed;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.project.LabelSet;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.ServiceReferences;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.work.Events;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates one-off containers. */
public final class OneOffCreation {
    private static final int SLUG_BYTES = 32;

    private final Engine engine;
    private final Events events;
    private final Project project;

    /** Creates them for services of that project. */
    public OneOffCreation(Engine engine, Events events, Project project) {
        this.engine = engine;
        this.events = events;
        this.project = project;
    }

    /**
     * {@return a new container, not started}
     *
     * @param own the service as the project has it
     * @param image the identity of its image; null if it is not known
     * @param imageVolumes what stands for the images that it mounts; null if it mounts none
     * @param inFront whether somebody will be connected to it, with whose input that of the container ends
     * @throws io.github.jcompose.model.ComposeException if the engine refuses
     */
    public OneOffContainer create(
            Service own, RunOptions options, @Nullable String image, @Nullable String imageVolumes, boolean inFront) {
        String key = options.service();
        Service service = new OneOffService(own, options, project.environment()).build();
        String slug = slug();
        String name = name(options, slug);
        Observation seen = new Observation(
                Observed.containers(ProjectContainers.ofServices(engine, project.name())),
                Map.of(),
                Map.of(),
                Map.of());
        ObservedPeers peers = new ObservedPeers(seen);
        Service resolved = ServiceReferences.resolve(service, peers::firstContainer);
        Map<String, String> labels = new LabelSet(project, options.environmentFiles())
                .container(key, service, ConfigHash.of(resolved), image, true);
        labels.put(Labels.SLUG, slug);
        if (imageVolumes != null) {
            labels.put(Labels.IMAGE_VOLUME_DIGEST, imageVolumes);
        }
        ContainerRequest request = ContainerRequest.of(new ContainerSpec(
                project,
                key,
                service,
                name,
                0,
                labels,
                List.of(),
                options.useAliases(),
                engine.info().apiVersion(),
                peers));
        request.warnings().forEach(events::warn);
        events.working(ResourceKind.CONTAINER, name, "Creating");
        String id;
        try {
            id = send(name, request, options, inFront && service.stdinOpen());
        } catch (RuntimeException e) {
            if (e instanceof EngineConnectionLostException) {
                removeUnheardOf(name, slug, e);
            }
            events.error(ResourceKind.CONTAINER, name, e);
            throw e;
        }
        events.done(ResourceKind.CONTAINER, name, "Created");
        return new OneOffContainer(engine, project, id, name, key, service);
    }

    private String send(String name, ContainerRequest request, RunOptions options, boolean endsInput) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(request.body());
        if (endsInput) {
            body.put("AttachStdin", true);
            body.put("StdinOnce", true);
        }
        if (options.remove()) {
            removeAtItsEnd(body);
        }
        CreatedContainer created = engine.containers().create(name, request.platform(), body);
        try {
            for (ContainerRequest.Connection connection : request.later()) {
                engine.networks().connect(connection.network(), created.id(), connection.endpoint());
            }
        } catch (RuntimeException e) {
            engine.containers().discard(created.id(), e);
            throw e;
        }
        created.warnings().forEach(warning -> events.warn("service " + options.service() + ": " + warning));
        return created.id();
    }

    /** The engine may have made the container and not been able to say so. */
    private void removeUnheardOf(String name, String slug, RuntimeException failure) {
        try {
            engine.containers()
                    .find(name)
                    .filter(container -> slug.equals(container.labels().get(Labels.SLUG)))
                    .ifPresent(container -> engine.containers().discard(container.id(), failure));
        } catch (EngineException e) {
            failure.addSuppressed(e);
        }
    }

    private static void removeAtItsEnd(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> host = new LinkedHashMap<>();
        if (body.get("HostConfig") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> host.put(String.valueOf(key), value));
        }
        host.put("AutoRemove", true);
        body.put("HostConfig", host);
    }

    private String name(RunOptions options, String slug) {
        String given = options.name();
        if (given != null && !given.isEmpty()) {
            return given;
        }
        String separator = Names.of(project).separator();
        return String.join(separator, project.name(), options.service(), "run", Names.shortId(slug));
    }

    private static String slug() {
        byte[] bytes = new byte[SLUG_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
