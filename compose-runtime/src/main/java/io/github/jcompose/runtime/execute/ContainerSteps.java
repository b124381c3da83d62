package io.github.jcompose.runtime.execute;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.ContainerRequest;
import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.create.FilesDigest;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.CreatedContainer;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.plan.Step;
import io.github.jcompose.runtime.project.LabelSet;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.ServiceReferences;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The steps that make, move and remove containers. */
final class ContainerSteps {
    private static final Pattern ANONYMOUS = Pattern.compile("[0-9a-f]{64}");

    private final Surroundings around;
    private final Engine engine;
    private final Observation seen;
    private final LiveContainers live;
    private final Names names;
    private final LabelSet labels;

    ContainerSteps(Surroundings around, Observation seen, LiveContainers live) {
        this.around = around;
        this.engine = around.engine();
        this.seen = seen;
        this.live = live;
        this.names = Names.of(around.project());
        this.labels = new LabelSet(around.project(), around.environmentFiles());
    }

    void create(Step.CreateContainer step) {
        around.workers().limited(() -> {
            Service resolved = ServiceReferences.resolve(step.service(), live::firstContainer);
            Map<String, String> all = labels.container(
                    step.key(),
                    step.service(),
                    ConfigHash.of(resolved),
                    seen.images().get(step.key()),
                    false);
            String imageVolumes = seen.imageVolumes().get(step.key());
            if (imageVolumes != null) {
                all.put(Labels.IMAGE_VOLUME_DIGEST, imageVolumes);
            }
            all.put(Labels.CONTAINER_NUMBER, String.valueOf(step.number()));
            if (step.replaces() != null) {
                all.put(Labels.REPLACE, step.finalName());
            }
            String files = FilesDigest.of(around.project(), step.key(), step.service());
            if (files != null) {
                all.put(Labels.FILES, files);
            }
            List<Observation.Mount> inherited = inherited(step);
            String anonymous = anonymous(inherited);
            if (!anonymous.isEmpty()) {
                all.put(Labels.INHERITED_VOLUMES, anonymous);
            }
            ContainerSpec spec = new ContainerSpec(
                    around.project(),
                    step.key(),
                    step.service(),
                    step.finalName(),
                    step.number(),
                    all,
                    inherited,
                    true,
                    engine.info().apiVersion(),
                    live,
                    around.proxies());
            ContainerRequest request = ContainerRequest.of(spec);
            request.warnings().forEach(around.events()::warn);
            String id = send(step, request);
            live.created(id, step.key(), step.finalName(), step.number());
        });
    }

    private String send(Step.CreateContainer step, ContainerRequest request) {
        Containers containers = engine.containers();
        CreatedContainer created = containers.create(step.name(), request.platform(), request.body());
        try {
            for (ContainerRequest.Connection connection : request.later()) {
                engine.networks().connect(connection.network(), created.id(), connection.endpoint());
            }
        } catch (RuntimeException e) {
            containers.discard(created.id(), e);
            throw e;
        }
        created.warnings().forEach(warning -> around.events().warn("service " + step.key() + ": " + warning));
        return created.id();
    }

    /** {@return the anonymous volumes of the replaced container that the new one has a place for} */
    private List<Observation.Mount> inherited(Step.CreateContainer step) {
        if (step.anonymousVolumes().isEmpty()) {
            return List.of();
        }
        Set<String> places = new HashSet<>();
        for (Mount mount : step.service().volumes()) {
            boolean anonymous = mount.source() == null || mount.source().isEmpty();
            if (Mount.VOLUME.equals(mount.type()) && anonymous && mount.target() != null) {
                places.add(mount.target());
            }
        }
        engine.images()
                .find(names.image(step.key(), step.service()))
                .map(ImageDetails::volumes)
                .ifPresent(places::addAll);
        return step.anonymousVolumes().stream()
                .filter(m -> places.contains(m.destination()))
                .toList();
    }

    /** {@return the names of those that an engine has chosen, joined; a name that a user chose looks otherwise} */
    private String anonymous(List<Observation.Mount> inherited) {
        Set<String> named = new HashSet<>();
        around.project().volumes().values().forEach(volume -> named.add(String.valueOf(volume.name())));
        return inherited.stream()
                .map(Observation.Mount::name)
                .filter(name -> ANONYMOUS.matcher(name).matches() && !named.contains(name))
                .sorted()
                .collect(Collectors.joining(","));
    }

    void start(Step.StartContainer step) {
        around.workers().limited(() -> engine.containers().start(idOf(step.container())));
    }

    void unpause(Step.UnpauseContainer step) {
        engine.containers().unpause(idOf(step.container()));
    }

    /** Stopping takes its time and costs the engine nothing meanwhile, so it takes no place from others. */
    void stop(Step.StopContainer step) {
        try {
            String id = idOf(step.container());
            Service service = around.project().services().get(step.container().service());
            if (service != null
                    && !step.container().orphan()
                    && !service.preStop().isEmpty()) {
                new Hooks(engine).preStop(step.container().service(), service, id);
            }
            engine.containers().stop(id, around.timeout());
        } catch (EngineNotFoundException e) {
            // It is gone, which is as stopped as can be.
        }
    }

    void remove(Step.RemoveContainer step) {
        String id = idOf(step.container());
        try {
            around.workers().limited(() -> engine.containers().remove(id, true, step.volumes()));
        } catch (EngineNotFoundException e) {
            // Somebody else was faster.
        } catch (EngineConflictException e) {
            // Its removal is under way. A name that it still holds makes the step that needs it fail.
            around.events().warn(step.container().name() + ": " + e.getMessage());
        }
        live.removed(id);
        step.inherited().forEach(this::removeVolume);
    }

    private void removeVolume(String name) {
        try {
            engine.volumes().remove(name, false);
        } catch (EngineNotFoundException | EngineConflictException e) {
            // It went with the container, or another one uses it.
        }
    }

    void rename(Step.RenameContainer step) {
        engine.containers().rename(idOf(step.container()), step.finalName());
    }

    private static String idOf(Step.ContainerRef container) {
        String id = container.id();
        return id == null ? container.name() : id;
    }
}
