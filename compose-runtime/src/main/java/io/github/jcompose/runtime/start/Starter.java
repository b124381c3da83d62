package io.github.jcompose.runtime.start;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.GoDuration;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.FileArchive;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineTimeoutException;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.execute.Hooks;
import io.github.jcompose.runtime.project.Dependencies;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.ServiceOrder;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.TaskGraph;
import io.github.jcompose.runtime.work.Workers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts the containers of a project. */
public final class Starter {
    /** A program that cannot work ends soon; docker compose, too, takes its first look after that time. */
    private static final Duration PROOF = Duration.ofMillis(500);

    private final Engine engine;
    private final Workers workers;
    private final Events events;
    private final AtomicReference<@Nullable StateWatch> waiting = new AtomicReference<>();
    private volatile boolean cancelled;

    /** Starts containers there. */
    public Starter(Engine engine, Workers workers, Events events) {
        this.engine = engine;
        this.workers = workers;
        this.events = events;
    }

    /**
     * Starts what does not run, each service when those that it depends on are as it wants them.
     *
     * @throws ComposeException if a container does not start or a dependency fails
     */
    public void start(StartRequest request) {
        if (!needsWatch(request)) {
            startAll(request, null);
            return;
        }
        try (StateWatch watch =
                new StateWatch(engine, workers, request.project().name())) {
            waiting.set(watch);
            if (cancelled) {
                watch.cancel();
            }
            startAll(request, watch);
            if (request.awaitHealthy()) {
                awaitAll(request, watch);
            }
        }
    }

    /**
     * Ends a {@link #start} under way in another thread: it starts nothing more, waits for nothing, and throws
     * {@link EngineInterruptedException} when what it has begun is done.
     */
    public void cancel() {
        cancelled = true;
        StateWatch watch = waiting.get();
        if (watch != null) {
            watch.cancel();
        }
    }

    /** {@return whether anything is waited for; without a container to start nothing is} */
    private static boolean needsWatch(StartRequest request) {
        if (request.awaitHealthy()) {
            return true;
        }
        return request.project().services().entrySet().stream()
                .filter(e -> request.of(e.getKey()).stream().anyMatch(c -> !c.running()))
                .flatMap(e -> Dependencies.of(e.getValue()).values().stream())
                .anyMatch(d -> d.condition() != DependencyCondition.SERVICE_STARTED);
    }

    private void startAll(StartRequest request, @Nullable StateWatch watch) {
        ServiceOrder order = new ServiceOrder(request.project());
        TaskGraph graph = new TaskGraph();
        Map<String, Integer> tasks = new HashMap<>();
        for (String key : order.dependenciesFirst()) {
            List<Integer> after = order.dependencies(key).stream()
                    .map(tasks::get)
                    .filter(Objects::nonNull)
                    .toList();
            Runnable task = () -> service(request, key, watch);
            tasks.put(key, isBrief(request, key) ? graph.addBrief(task, after) : graph.add(task, after));
        }
        graph.run(workers);
    }

    /** {@return whether there is no more to do than to start one container} */
    private static boolean isBrief(StartRequest request, String key) {
        Service service = request.project().services().get(key);
        return service != null
                && request.of(key).size() == 1
                && service.preStart().isEmpty()
                && service.postStart().isEmpty()
                && Dependencies.of(service).values().stream()
                        .allMatch(d -> d.condition() == DependencyCondition.SERVICE_STARTED);
    }

    private void service(StartRequest request, String key, @Nullable StateWatch watch) {
        Service service = request.project().services().get(key);
        List<Target> stopped =
                request.of(key).stream().filter(c -> !c.running()).toList();
        if (service == null || stopped.isEmpty()) {
            return;
        }
        if (watch != null) {
            awaitDependencies(request, key, service, watch);
        }
        if (!service.preStart().isEmpty() && request.of(key).stream().noneMatch(Target::running)) {
            new PreStart(engine, request, events).run(key, service, stopped);
        }
        if (service.postStart().isEmpty()) {
            workers.forEachBriefly(stopped, target -> start(request, key, service, target));
        } else {
            workers.forEach(stopped, target -> start(request, key, service, target));
        }
    }

    private void start(StartRequest request, String key, Service service, Target target) {
        if (cancelled) {
            throw new EngineInterruptedException("stopped while starting", null);
        }
        Project project = request.project();
        workers.limited(() -> FileArchive.of(project, key, service)
                .ifPresent(archive -> engine.containers().copyTo(target.id(), "/", archive.owners(), archive.tar())));
        events.working(ResourceKind.CONTAINER, target.name(), "Starting");
        request.beforeStart().accept(target);
        try {
            workers.limited(() -> engine.containers().start(target.id()));
            new Hooks(engine, request.hookOutput())
                    .postStart(key, service, target.id(), Names.of(project).source(target.name()));
        } catch (RuntimeException e) {
            events.error(ResourceKind.CONTAINER, target.name(), e);
            throw e;
        }
        events.done(ResourceKind.CONTAINER, target.name(), "Started");
    }

    /**
     * Waits until those that a service depends on are as it wants them.
     *
     * @param request with their containers
     * @throws ComposeException if one of them fails
     */
    public void awaitDependencies(StartRequest request, String key) {
        Service service = request.project().services().get(key);
        if (service == null
                || Dependencies.of(service).values().stream()
                        .allMatch(d -> d.condition() == DependencyCondition.SERVICE_STARTED)) {
            return;
        }
        try (StateWatch watch =
                new StateWatch(engine, workers, request.project().name())) {
            awaitDependencies(request, key, service, watch);
        }
    }

    private void awaitDependencies(StartRequest request, String key, Service service, StateWatch watch) {
        Map<String, Dependency> waits = new TreeMap<>(Dependencies.of(service));
        waits.values().removeIf(d -> d.condition() == DependencyCondition.SERVICE_STARTED);
        waits.keySet().removeIf(other -> !isWaitedFor(request.project(), other));
        workers.forEach(List.copyOf(waits.keySet()), other -> {
            Dependency dependency = waits.get(other);
            if (dependency != null) {
                awaitDependency(request, key, other, dependency, watch);
            }
        });
    }

    private static boolean isWaitedFor(Project project, String key) {
        Service service = project.services().get(key);
        return service != null && service.provider() == null && service.replicas() > 0;
    }

    private void awaitDependency(
            StartRequest request, String key, String other, Dependency dependency, StateWatch watch) {
        Condition condition =
                dependency.condition() == DependencyCondition.SERVICE_HEALTHY ? Condition.HEALTHY : Condition.COMPLETED;
        List<Target> targets = request.of(other);
        try {
            if (targets.isEmpty()) {
                throw new ComposeException(
                        "service " + key + " is missing dependency " + other + ": it has no container");
            }
            workers.forEach(targets, target -> await(target, condition, watch, Duration.ZERO, null));
        } catch (DependencyFailure e) {
            if (dependency.required()) {
                throw new ComposeException(failure(other, condition, e), e);
            }
            events.warn("optional dependency \"" + other + "\" failed: " + e.getMessage());
        } catch (ComposeException e) {
            if (dependency.required()) {
                throw e;
            }
            events.warn("optional dependency \"" + other + "\" is not there: " + e.getMessage());
        }
    }

    private static String failure(String other, Condition condition, DependencyFailure failure) {
        return condition == Condition.COMPLETED
                ? "service \"" + other + "\" " + failure.getMessage()
                : "dependency failed to start: " + failure.getMessage();
    }

    private void await(Target target, Condition condition, StateWatch watch, Duration proof, @Nullable Long deadline) {
        events.working(ResourceKind.CONTAINER, target.name(), "Waiting");
        Steadiness steadiness = new Steadiness(target.name(), condition, proof);
        Condition.Verdict verdict = watch.await(target.id(), steadiness::judge, steadiness.lookEvery(), deadline);
        String why = verdict.failure();
        if (why != null) {
            String details = engine.containers()
                    .find(target.id())
                    .map(new Diagnosis(engine)::of)
                    .orElse("");
            DependencyFailure failure = new DependencyFailure(why + details);
            events.emit(Progress.of(ResourceKind.CONTAINER, target.name(), Status.ERROR, "Error")
                    .withDetails(why));
            throw failure;
        }
        events.done(ResourceKind.CONTAINER, target.name(), verdict.text());
    }

    private void awaitAll(StartRequest request, StateWatch watch) {
        Long deadline = StateWatch.deadline(request.awaitTimeout());
        List<Target> all = request.containers().stream()
                .filter(c -> isWaitedFor(request.project(), c.service()))
                .toList();
        try {
            workers.forEach(
                    all,
                    target -> await(
                            target,
                            conditionFor(request.project(), target),
                            watch,
                            target.running() ? Duration.ZERO : PROOF,
                            deadline));
        } catch (EngineTimeoutException e) {
            Duration timeout = Optional.ofNullable(request.awaitTimeout()).orElse(Duration.ZERO);
            throw new ComposeException("application not healthy after " + GoDuration.format(timeout), e);
        }
    }

    private static Condition conditionFor(Project project, Target target) {
        boolean completes = project.services().values().stream()
                .map(service -> Dependencies.of(service).get(target.service()))
                .anyMatch(d -> d != null && d.condition() == DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY);
        return completes ? Condition.COMPLETED : Condition.RUNNING_OR_DONE;
    }

    private static final class DependencyFailure extends ComposeException {
        private static final long serialVersionUID = 1L;

        DependencyFailure(String message) {
            super(message);
        }
    }
}
