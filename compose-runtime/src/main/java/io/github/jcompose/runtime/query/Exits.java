package io.github.jcompose.runtime.query;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.inspect.ServiceExit;
import io.github.jcompose.runtime.work.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Waits for containers to end. */
public final class Exits {
    private final Engine engine;
    private final Workers workers;

    /** Waits for containers of that engine. */
    public Exits(Engine engine, Workers workers) {
        this.engine = engine;
        this.workers = workers;
    }

    /**
     * {@return how the containers of the services ended, in the order in which they did; one that has ended before
     * is among them if its service has none that runs}
     *
     * @param services none for all
     * @param firstOnly whether to wait for one of them only
     * @param listener hears of each end at once, on this thread
     * @throws ComposeException if there is no container to wait for
     */
    public List<ServiceExit> await(
            String project, Collection<String> services, boolean firstOnly, Consumer<ServiceExit> listener) {
        List<ContainerSummary> awaited = awaited(project, services);
        List<ContainerWait> waits = new ArrayList<>();
        BlockingQueue<Object> ended = new LinkedBlockingQueue<>();
        try {
            for (ContainerSummary container : awaited) {
                ContainerWait wait = engine.containers().waitFor(container.id(), WaitCondition.NOT_RUNNING);
                waits.add(wait);
                workers.execute(() -> ended.add(await(container, wait)));
            }
            List<ServiceExit> exits = new ArrayList<>();
            while (exits.size() < (firstOnly ? 1 : awaited.size())) {
                ServiceExit exit = taken(ended);
                exits.add(exit);
                listener.accept(exit);
            }
            return exits;
        } finally {
            waits.forEach(ContainerWait::close);
        }
    }

    private static Object await(ContainerSummary container, ContainerWait wait) {
        try {
            return new ServiceExit(
                    container.name(),
                    container.id(),
                    ServiceContainers.service(container),
                    wait.await().exitCode());
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static ServiceExit taken(BlockingQueue<Object> ended) {
        try {
            Object result = ended.take();
            if (result instanceof RuntimeException failure) {
                throw failure;
            }
            return (ServiceExit) result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted while waiting for containers to end", e);
        }
    }

    private List<ContainerSummary> awaited(String project, Collection<String> services) {
        ServiceContainers containers = ServiceContainers.of(engine, project);
        List<ContainerSummary> awaited = new ArrayList<>();
        List<ContainerSummary> all = containers.of(services);
        all.stream().map(ServiceContainers::service).distinct().forEach(service -> {
            List<ContainerSummary> own = containers.of(service);
            List<ContainerSummary> running = own.stream().filter(Exits::isAlive).toList();
            awaited.addAll(
                    running.isEmpty()
                            ? own.stream()
                                    .filter(c -> c.status() == ContainerStatus.EXITED)
                                    .filter(c -> !ServiceContainers.isOneOff(c))
                                    .toList()
                            : running);
        });
        if (awaited.isEmpty()) {
            String of = services.isEmpty() ? "" : " of " + String.join(", ", services);
            throw new ComposeException("no containers for project \"" + project + "\" to wait for" + of);
        }
        return awaited;
    }

    private static boolean isAlive(ContainerSummary container) {
        return ServiceContainers.isRunning(container) || container.status() == ContainerStatus.RESTARTING;
    }
}
