package io.github.jcompose.runtime.embed;

import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.work.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Removes what processes that have died left on an engine, and nothing of one that may live. */
public final class Reaper {
    private final Engine engine;
    private final Workers workers;
    private final Owner self;
    private final Map<String, Boolean> dead = new HashMap<>();

    /** A reaper for that engine, judging from that process. */
    public Reaper(Engine engine, Workers workers, Owner self) {
        this.engine = engine;
        this.workers = workers;
        this.self = self;
    }

    /** {@return the names of the projects of which something was removed, sorted} */
    public Set<String> run() {
        Filters owned = Filters.label(Owner.LABEL);
        List<ContainerSummary> containers = engine.containers().list(owned, true).stream()
                .filter(c -> isAbandoned(c.labels()))
                .toList();
        List<NetworkDetails> networks = engine.networks().list(owned).stream()
                .filter(n -> isAbandoned(n.labels()))
                .toList();
        List<VolumeDetails> volumes = engine.volumes().list(owned).stream()
                .filter(v -> isAbandoned(v.labels()))
                .toList();
        Set<String> projects = new TreeSet<>();
        containers.forEach(c -> projects.add(project(c.labels())));
        networks.forEach(n -> projects.add(project(n.labels())));
        volumes.forEach(v -> projects.add(project(v.labels())));
        workers.forEach(containers, c -> quietly(() -> engine.containers().remove(c.id(), true, true)));
        projects.forEach(this::removeHooks);
        workers.forEach(networks, n -> quietly(() -> engine.networks().remove(n.id())));
        workers.forEach(volumes, v -> quietly(() -> engine.volumes().remove(v.name(), false)));
        return projects;
    }

    /** Hooks run in containers that do not carry the labels of their services. */
    private void removeHooks(String project) {
        Filters hooks = Filters.label(Labels.PROJECT, project).andLabel(Labels.HOOK, Labels.PRE_START);
        engine.containers()
                .list(hooks, true)
                .forEach(c -> quietly(() -> engine.containers().remove(c.id(), true, true)));
    }

    private boolean isAbandoned(Map<String, String> labels) {
        return dead.computeIfAbsent(
                labels.getOrDefault(Owner.LABEL, ""),
                label -> Owner.parse(label)
                        .map(owner -> self.knowsDead(owner, this::runs))
                        .orElse(false));
    }

    private boolean runs(String container) {
        return engine.containers()
                .find(container)
                .map(c -> c.state().running() || c.state().status() == ContainerStatus.RESTARTING)
                .orElse(false);
    }

    private static String project(Map<String, String> labels) {
        return labels.getOrDefault(Labels.PROJECT, "");
    }

    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (EngineException e) {
            // Another process was faster, or somebody else still uses it; then the next start tries again.
        }
    }
}
