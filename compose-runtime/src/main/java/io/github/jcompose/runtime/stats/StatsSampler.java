package io.github.jcompose.runtime.stats;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.query.ServiceContainers;
import io.github.jcompose.runtime.work.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Samples the containers of a project's services. */
public final class StatsSampler {
    private final Engine engine;
    private final Workers workers;
    private final String project;
    private final Set<String> services;
    private final boolean all;

    /**
     * @param services none for all
     * @param all also containers that do not run
     */
    public StatsSampler(Engine engine, Workers workers, String project, Collection<String> services, boolean all) {
        this.engine = engine;
        this.workers = workers;
        this.project = project;
        this.services = Set.copyOf(services);
        this.all = all;
    }

    /** {@return what each container uses, by name; the engine takes a second or two to tell} */
    public List<ContainerStats> once() {
        List<ContainerStats> found = new ArrayList<>();
        workers.forEach(containers(), container -> {
            try {
                ContainerStats stats = sample(container);
                synchronized (found) {
                    found.add(stats);
                }
            } catch (EngineNotFoundException e) {
                // It is gone, and so are its figures.
            }
        });
        found.sort(Comparator.comparing(ContainerStats::container));
        return found;
    }

    private ContainerStats sample(ContainerSummary container) {
        try (MessageStream<JsonObject> samples = engine.containers().stats(container.id(), false)) {
            JsonObject sample = samples.next();
            return stats(container, sample);
        }
    }

    /** {@return what the containers use, over and over, until it is closed} */
    public StatsFeed live() {
        return new StatsFeed(engine, workers, this);
    }

    List<ContainerSummary> containers() {
        return engine.containers().list(filter(), all).stream()
                .filter(c -> services.isEmpty() || services.contains(ServiceContainers.service(c)))
                .sorted(Comparator.comparing(ContainerSummary::name))
                .toList();
    }

    Filters filter() {
        return ProjectContainers.filter(project);
    }

    boolean showsStopped() {
        return all;
    }

    static ContainerStats stats(ContainerSummary container, @Nullable JsonObject sample) {
        return new ContainerStats(
                container.name(),
                container.id(),
                ServiceContainers.service(container),
                ServiceContainers.number(container),
                sample == null ? null : Usages.of(sample));
    }
}
