package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.images.ProjectImages;
import io.github.jcompose.runtime.interactive.SessionEnd;
import io.github.jcompose.runtime.interactive.Sessions;
import io.github.jcompose.runtime.oneoff.OneOffContainer;
import io.github.jcompose.runtime.oneoff.OneOffCreation;
import io.github.jcompose.runtime.project.ImageVolumes;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.Selection;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.start.StartRequest;
import io.github.jcompose.runtime.start.Starter;
import io.github.jcompose.runtime.work.Events;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs a one-off container of a service: first what it depends on, as {@code up} does, then the container. */
final class OneOffRun {
    private final Connection connection;
    private final RunOptions options;
    private final Project project;
    private final Service service;

    OneOffRun(Connection connection, Project project, RunOptions options) {
        this.connection = options.quietBuild() ? withoutBuildOutput(connection) : connection;
        this.options = options;
        String key = options.service();
        Project normal = ImageVolumes.resolved(NormalProject.of(enabled(project, key)));
        List<String> named = List.of(key);
        Selection.requireKnown(normal, named);
        this.project =
                options.noDependencies() ? Selection.alone(normal, named) : Selection.withDependencies(normal, named);
        this.service =
                this.project.services().getOrDefault(key, Service.builder().build());
        if (service.provider() != null) {
            throw new ComposeException("service \"" + key + "\" has a provider and no containers to run");
        }
    }

    private static Connection withoutBuildOutput(Connection connection) {
        Events quiet = new Events(event -> {
            if (!(event instanceof BuildOutput)) {
                connection.events().emit(event);
            }
        });
        return new Connection(
                connection.engine(), connection.workers(), quiet, connection.environment(), connection.clock());
    }

    /** Who names a service enables it, whatever its profiles. */
    private static Project enabled(Project project, String key) {
        Service disabled = project.disabledServices().get(key);
        if (disabled == null || project.services().containsKey(key)) {
            return project;
        }
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.put(key, disabled);
        Map<String, Service> others = new LinkedHashMap<>(project.disabledServices());
        others.remove(key);
        return project.toBuilder().services(services).disabledServices(others).build();
    }

    /** {@return the exit code} */
    int inFront(Streams streams) {
        OneOffContainer container = create(true);
        AtomicBoolean started = new AtomicBoolean();
        AtomicReference<@Nullable RuntimeException> hookFailure = new AtomicReference<>();
        boolean over = false;
        try {
            SessionEnd end = new Sessions(connection.engine(), connection.workers()::execute, connection.environment())
                    .start(
                            container.id(),
                            options.tty(),
                            options.interactive(),
                            options.remove(),
                            options.detachKeys(),
                            () -> start(container, started, hookFailure),
                            streams);
            // Whoever interrupts a start wants no container, even if it has come about by then.
            over = started.get() && end.how() != SessionEnd.How.UNSTARTED;
            RuntimeException failed = hookFailure.get();
            if (failed != null) {
                throw failed;
            }
            if (over && end.how() == SessionEnd.How.INTERRUPTED) {
                connection
                        .events()
                        .warn("container " + container.name() + " does not end when it is asked to, and was"
                                + " left running");
            }
            return end.exitCode();
        } finally {
            if (!over) {
                abandon(container, started.get());
            }
        }
    }

    /** Without its session a container in front has nobody to end it. */
    private void abandon(OneOffContainer container, boolean started) {
        if (!started || options.remove()) {
            container.remove();
        } else {
            container.kill();
        }
    }

    /** Hooks must not keep the output from being read, which the container may be waiting for. */
    private void start(
            OneOffContainer container, AtomicBoolean started, AtomicReference<@Nullable RuntimeException> hookFailure) {
        container.start();
        started.set(true);
        if (container.service().postStart().isEmpty()) {
            return;
        }
        connection.workers().execute(() -> {
            try {
                container.runHooks();
            } catch (RuntimeException e) {
                hookFailure.set(e);
                container.kill();
            }
        });
    }

    /** {@return the id of the container, which runs} */
    String inBackground() {
        OneOffContainer container = create(false);
        boolean started = false;
        try {
            connection.events().working(ResourceKind.CONTAINER, container.name(), "Starting");
            container.start();
            started = true;
            connection.events().done(ResourceKind.CONTAINER, container.name(), "Started");
        } finally {
            if (!started) {
                container.remove();
            }
        }
        container.runHooks();
        return container.id();
    }

    private OneOffContainer create(boolean inFront) {
        return connection.events().during("run", () -> {
            String image = image();
            UpOptions how = options();
            Converge around = new Converge(connection, withoutService(), how);
            around.create();
            around.start(target -> {}, how, line -> {});
            new Starter(connection.engine(), connection.workers(), connection.events())
                    .awaitDependencies(
                            new StartRequest(project, around.targets(), target -> {}, false, null, line -> {}),
                            options.service());
            String volumes = imageVolumes();
            // Left half done, it would leave a container that nobody knows of.
            OneOffCreation creation = new OneOffCreation(connection.engine(), connection.events(), project);
            return connection.workers().whole(() -> creation.create(service, options, image, volumes, inFront));
        });
    }

    private @Nullable String imageVolumes() {
        return new ProjectImages(connection.engine(), connection.workers(), connection.events(), connection.clock())
                .imageVolumes(Selection.alone(project, List.of(options.service())))
                .get(options.service());
    }

    private @Nullable String image() {
        Project alone = Selection.alone(project, List.of(options.service()));
        UpOptions how = options().toBuilder()
                .buildMode(options.alwaysBuild() ? BuildMode.ALWAYS : BuildMode.MISSING)
                .build();
        return new Converge(connection, alone, how).prepareImages().get(options.service());
    }

    /** {@return what surrounds the container: the networks and volumes that it uses, and what it depends on} */
    private Project withoutService() {
        Map<String, Service> others = new LinkedHashMap<>(project.services());
        others.remove(options.service());
        Map<String, Service> aside = new HashMap<>(project.disabledServices());
        aside.put(options.service(), service);
        return project.toBuilder().services(others).disabledServices(aside).build();
    }

    private UpOptions options() {
        return UpOptions.builder()
                .removeOrphans(options.removeOrphans())
                .ignoreOrphans(options.ignoreOrphans())
                .pull(options.pull())
                .quietPull(options.quietPull())
                .environmentFiles(options.environmentFiles())
                .confirm(options.confirm())
                .build();
    }
}
