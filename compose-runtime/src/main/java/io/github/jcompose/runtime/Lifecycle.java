package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.FileArchive;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.execute.Hooks;
import io.github.jcompose.runtime.observe.Observed;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.project.Dependencies;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.Selection;
import io.github.jcompose.runtime.project.ServiceOrder;
import io.github.jcompose.runtime.provide.Providers;
import io.github.jcompose.runtime.start.StartRequest;
import io.github.jcompose.runtime.start.Starter;
import io.github.jcompose.runtime.start.Target;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.TaskGraph;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Moves containers that there are from one state to another. */
final class Lifecycle {
    private final Connection connection;
    private final Engine engine;
    private final Events events;
    private final Project project;
    private final Set<String> chosen;
    private final List<Observation.Container> containers;

    private Lifecycle(
            Connection connection, Project project, Set<String> chosen, List<Observation.Container> containers) {
        this.connection = connection;
        this.engine = connection.engine();
        this.events = connection.events();
        this.project = project;
        this.chosen = chosen;
        this.containers = containers;
    }

    /** {@return the means to move the containers of the services; of all if none is given} */
    static Lifecycle of(Connection connection, Project project, Collection<String> services) {
        Project normal = NormalProject.of(project);
        Selection.requireKnown(normal, services);
        Set<String> chosen =
                new LinkedHashSet<>(services.isEmpty() ? normal.services().keySet() : services);
        List<Observation.Container> containers =
                Observed.containers(ProjectContainers.all(connection.engine(), normal.name()));
        return new Lifecycle(connection, normal, chosen, containers);
    }

    private List<Observation.Container> of(String service) {
        return containers.stream()
                .filter(c -> !c.oneOff() && c.service().equals(service))
                .toList();
    }

    void stop(@Nullable Duration timeout) {
        inReverse(chosen, (key, container) -> {
            if (container.active()) {
                told(container, "Stopping", "Stopped", () -> stop(key, container, timeout));
            }
        });
        if (Providers.neededBy(project)) {
            new Providers(project, connection.environment(), events).stop(chosen);
        }
    }

    private void stop(String key, Observation.Container container, @Nullable Duration timeout) {
        Service service = project.services().get(key);
        if (service != null && !service.preStop().isEmpty()) {
            new Hooks(engine).preStop(key, service, container.id());
        }
        try {
            engine.containers().stop(container.id(), timeout);
        } catch (EngineNotFoundException e) {
            // It is gone, which is as stopped as can be.
        }
    }

    void start(StartOptions options) {
        Project narrow =
                options.services().isEmpty() ? project : Selection.withDependencies(project, options.services());
        for (String key : options.services().isEmpty() ? project.services().keySet() : chosen) {
            Service service = project.services().get(key);
            boolean wanted = service != null && service.replicas() > 0 && service.provider() == null;
            if (wanted && of(key).isEmpty()) {
                throw new ComposeException("service \"" + key + "\" has no container to start");
            }
        }
        List<Target> targets = containers.stream()
                .filter(c -> !c.oneOff() && narrow.services().containsKey(c.service()))
                .map(c -> new Target(c.id(), c.name(), c.service(), c.number(), c.running()))
                .toList();
        new Starter(engine, connection.workers(), events)
                .start(new StartRequest(narrow, targets, target -> {}, options.awaitHealthy(), options.awaitTimeout()));
    }

    void restart(RestartOptions options) {
        Set<String> affected = new LinkedHashSet<>(chosen);
        ServiceOrder order = new ServiceOrder(project);
        if (!options.noDependents()) {
            order.dependenciesFirst().stream()
                    .filter(key -> restartsWith(key, affected))
                    .forEach(affected::add);
        }
        TaskGraph graph = new TaskGraph();
        Map<String, Integer> tasks = new HashMap<>();
        for (String key : order.dependenciesFirst()) {
            if (affected.contains(key)) {
                List<Integer> after = order.dependencies(key).stream()
                        .map(tasks::get)
                        .filter(Objects::nonNull)
                        .toList();
                tasks.put(key, graph.add(() -> restart(key, options.timeout()), after));
            }
        }
        graph.run(connection.workers());
    }

    private boolean restartsWith(String key, Set<String> affected) {
        Service service = project.services().get(key);
        return service != null
                && Dependencies.of(service).entrySet().stream()
                        .anyMatch(e -> restarts(e.getValue()) && affected.contains(e.getKey()));
    }

    private static boolean restarts(Dependency dependency) {
        return dependency.restart();
    }

    private void restart(String key, @Nullable Duration timeout) {
        Service service = project.services().get(key);
        connection
                .workers()
                .forEach(
                        of(key),
                        container -> told(container, "Restarting", "Started", () -> {
                            if (service != null && container.running()) {
                                new Hooks(engine).preStop(key, service, container.id());
                            }
                            if (service != null && !container.active()) {
                                // One that was only created has not got its files yet.
                                FileArchive.of(project, key, service)
                                        .ifPresent(files -> engine.containers()
                                                .copyTo(container.id(), "/", files.owners(), files.tar()));
                            }
                            engine.containers().restart(container.id(), timeout);
                            if (service != null) {
                                new Hooks(engine).postStart(key, service, container.id());
                            }
                        }));
    }

    void kill(KillOptions options) {
        List<Observation.Container> targets = containers.stream()
                .filter(Observation.Container::active)
                .filter(c -> chosen.contains(c.service())
                        || (options.removeOrphans() && !project.services().containsKey(c.service())))
                .toList();
        connection
                .workers()
                .forEach(
                        targets,
                        container -> told(container, "Killing", "Killed", () -> {
                            try {
                                engine.containers().kill(container.id(), options.signal());
                            } catch (EngineConflictException | EngineNotFoundException e) {
                                // It ended on its own meanwhile.
                            }
                        }));
    }

    void remove(boolean volumes) {
        List<Observation.Container> now = Observed.containers(ProjectContainers.ofServices(engine, project.name()));
        List<Observation.Container> stopped = now.stream()
                .filter(c -> chosen.contains(c.service()) && !c.active())
                .toList();
        connection
                .workers()
                .forEach(
                        stopped,
                        container -> told(container, "Removing", "Removed", () -> {
                            try {
                                engine.containers().remove(container.id(), false, volumes);
                                if (volumes) {
                                    container.inheritedVolumes().forEach(this::removeVolume);
                                }
                            } catch (EngineNotFoundException e) {
                                // Somebody else was faster.
                            }
                        }));
    }

    private void removeVolume(String name) {
        try {
            engine.volumes().remove(name, false);
        } catch (EngineNotFoundException | EngineConflictException e) {
            // It went with the container, or another one uses it.
        }
    }

    void pause() {
        each(
                Observation.Container::running,
                "Pausing",
                "Paused",
                c -> engine.containers().pause(c.id()));
    }

    void unpause() {
        each(
                c -> c.state().equals("paused"),
                "Unpausing",
                "Unpaused",
                c -> engine.containers().unpause(c.id()));
    }

    private void each(
            Predicate<Observation.Container> which, String working, String done, Consumer<Observation.Container> work) {
        List<Observation.Container> targets = containers.stream()
                .filter(c -> !c.oneOff() && chosen.contains(c.service()))
                .filter(which)
                .toList();
        connection.workers().forEach(targets, c -> told(c, working, done, () -> work.accept(c)));
    }

    private void inReverse(Set<String> services, BiConsumer<String, Observation.Container> work) {
        ServiceOrder order = new ServiceOrder(project);
        Map<String, Service> left = new LinkedHashMap<>(new TreeMap<>(project.services()));
        left.keySet().retainAll(services);
        TaskGraph graph = new TaskGraph();
        Map<String, Integer> tasks = new HashMap<>();
        List<String> keys = order.dependenciesFirst();
        for (int i = keys.size() - 1; i >= 0; i--) {
            String key = keys.get(i);
            if (left.containsKey(key)) {
                List<Integer> after = order.dependents(key).stream()
                        .map(tasks::get)
                        .filter(Objects::nonNull)
                        .toList();
                tasks.put(key, graph.add(() -> connection.workers().forEach(of(key), c -> work.accept(key, c)), after));
            }
        }
        graph.run(connection.workers());
    }

    private void told(Observation.Container container, String working, String done, Runnable work) {
        events.working(ResourceKind.CONTAINER, container.name(), working);
        try {
            work.run();
        } catch (RuntimeException e) {
            events.error(ResourceKind.CONTAINER, container.name(), e);
            throw e;
        }
        events.done(ResourceKind.CONTAINER, container.name(), done);
    }
}
