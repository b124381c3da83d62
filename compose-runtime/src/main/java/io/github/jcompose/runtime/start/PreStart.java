package io.github.jcompose.runtime.start;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.ContainerRequest;
import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.create.FileArchive;
import io.github.jcompose.runtime.engine.AttachOptions;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.execute.HookOutput;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the hooks that prepare the start of a service: each in a container of its own, on the networks of the service
 * and with the volumes of the first container that is about to be started.
 */
final class PreStart {
    private final Engine engine;
    private final StartRequest request;
    private final Events events;

    PreStart(Engine engine, StartRequest request, Events events) {
        this.engine = engine;
        this.request = request;
        this.events = events;
    }

    /**
     * Runs the hooks one after the other.
     *
     * @param stopped the containers of the service, none of which runs
     * @throws ComposeException if one fails; its container stays to be looked at
     */
    void run(String key, Service service, List<Target> stopped) {
        removeEarlier(key);
        Target first = stopped.stream()
                .min(Comparator.comparingInt(Target::number).thenComparing(Target::name))
                .orElseThrow();
        for (int i = 0; i < service.preStart().size(); i++) {
            run(key, service, service.preStart().get(i), i, first);
        }
    }

    private void removeEarlier(String key) {
        Filters filters = Filters.label(Labels.PROJECT, request.project().name())
                .andLabel(Labels.SERVICE, key)
                .andLabel(Labels.HOOK, Labels.PRE_START);
        for (ContainerSummary old : engine.containers().list(filters, true)) {
            remove(old.id());
        }
    }

    private void run(String key, Service service, Hook hook, int index, Target first) {
        String name = "pre_start[" + index + "]";
        events.working(ResourceKind.SERVICE, key + " " + name, "Running");
        ContainerRequest creation = creation(key, service, hook, first);
        String id = engine.containers()
                .create("", creation.platform(), creation.body())
                .id();
        int code;
        HookOutput output = new HookOutput(request.hookOutput());
        try {
            for (ContainerRequest.Connection network : creation.later()) {
                engine.networks().connect(network.network(), id, network.endpoint());
            }
            code = runToEnd(key, service, id, name, output);
        } catch (EngineInterruptedException e) {
            boolean interrupted = Thread.interrupted();
            engine.containers().discard(id, e);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        } catch (RuntimeException e) {
            engine.containers().discard(id, e);
            throw e;
        }
        if (code != 0) {
            ComposeException failure = new ComposeException("service \"" + key + "\" " + name + " exited with code "
                    + code + output.tail() + " (hook container " + Names.shortId(id) + " retained for inspection)");
            events.error(ResourceKind.SERVICE, key + " " + name, failure);
            throw failure;
        }
        remove(id);
        events.done(ResourceKind.SERVICE, key + " " + name, "Done");
    }

    private int runToEnd(String key, Service service, String id, String name, HookOutput output) {
        FileArchive.of(request.project(), key, service)
                .ifPresent(files -> engine.containers().copyTo(id, "/", files.owners(), files.tar()));
        try (ContainerWait end = engine.containers().waitFor(id, WaitCondition.NEXT_EXIT);
                Attachment attachment = engine.containers().attach(id, AttachOptions.output(false))) {
            engine.containers().start(id);
            output.read(attachment, key, id, key + " " + name + " ->");
            return end.await().exitCode();
        }
    }

    private ContainerRequest creation(String key, Service service, Hook hook, Target first) {
        Project project = request.project();
        Map<String, @Nullable String> environment = new LinkedHashMap<>(service.environment());
        environment.putAll(hook.environment());
        String image = hook.image();
        Service like = Service.builder()
                .image(image == null || image.isEmpty() ? Names.of(project).image(key, service) : image)
                .platform(service.platform())
                .command(hook.command())
                .user(hook.user())
                .workingDir(hook.workingDir())
                .environment(environment)
                .privileged(hook.privileged())
                .networks(service.networks())
                .networkMode(service.networkMode())
                .extraHosts(service.extraHosts())
                .volumesFrom(List.of("container:" + first.id()))
                .stopGracePeriod(Duration.ZERO)
                .build();
        Map<String, String> labels = new TreeMap<>();
        labels.put(Labels.PROJECT, project.name());
        labels.put(Labels.SERVICE, key);
        labels.put(Labels.VERSION, Labels.COMPATIBLE_VERSION);
        labels.put(Labels.HOOK, Labels.PRE_START);
        return ContainerRequest.of(new ContainerSpec(
                project,
                key,
                like,
                Names.of(project).defaultContainer(key, 0),
                0,
                labels,
                List.of(),
                true,
                engine.info().apiVersion(),
                new Peers()));
    }

    private void remove(String id) {
        try {
            engine.containers().remove(id, true, true);
        } catch (EngineNotFoundException e) {
            // Somebody else was faster.
        }
    }

    /** Finds the containers of other services, for {@code network_mode: service:…}. */
    private final class Peers implements ContainerSpec.Peers {
        @Override
        public @Nullable String firstContainer(String service) {
            return request.of(service).stream()
                    .min(Comparator.comparing(Target::name))
                    .map(Target::id)
                    .orElse(null);
        }

        @Override
        public Map<Integer, String> names(String service) {
            Map<Integer, String> names = new TreeMap<>();
            request.of(service).forEach(target -> names.put(target.number(), target.name()));
            return names;
        }
    }
}
