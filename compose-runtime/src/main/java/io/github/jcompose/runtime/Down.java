package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageSummary;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.execute.Executor;
import io.github.jcompose.runtime.execute.Surroundings;
import io.github.jcompose.runtime.observe.Observer;
import io.github.jcompose.runtime.plan.DownPlanner;
import io.github.jcompose.runtime.plan.DownRequest;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.plan.Plan;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.Selection;
import io.github.jcompose.runtime.provide.Providers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Takes a project down. */
final class Down {
    private final Connection connection;
    private final Project project;
    private final DownOptions options;

    Down(Connection connection, Project project, DownOptions options) {
        this.connection = connection;
        this.options = options;
        Selection.requireKnown(project, options.services());
        // An external network that is gone must not keep the rest from being removed.
        this.project = project.toBuilder()
                .networks(without(project.networks(), n -> n.external()))
                .volumes(without(project.volumes(), v -> v.external()))
                .build();
    }

    private static <T> Map<String, T> without(Map<String, T> map, Predicate<T> unwanted) {
        Map<String, T> rest = new LinkedHashMap<>(map);
        rest.values().removeIf(unwanted);
        return rest;
    }

    void run() {
        Observation seen = observe();
        Plan plan = plan(seen);
        plan.warnings().forEach(connection.events()::warn);
        List<ContainerSummary> hooks = hookContainers();
        boolean provided = Providers.neededBy(project);
        if (plan.isEmpty() && hooks.isEmpty() && !provided) {
            connection
                    .events()
                    .warning(
                            ResourceKind.PROJECT,
                            "Warning",
                            "No resource found to remove for project \"" + project.name() + "\".");
            return;
        }
        hooks.forEach(this::remove);
        if (provided) {
            Set<String> chosen = new HashSet<>(project.services().keySet());
            chosen.removeIf(key -> !goes(key));
            new Providers(project, connection.environment(), connection.events()).down(chosen);
        }
        new Executor(new Surroundings(
                        connection.engine(),
                        connection.workers(),
                        connection.events(),
                        project,
                        List.of(),
                        options.timeout()))
                .execute(plan, seen);
    }

    /** {@return what {@link #run} would do} */
    Plan plan() {
        return plan(observe());
    }

    private Observation observe() {
        return new Observer(connection.engine(), project).observe(Map.of());
    }

    private Plan plan(Observation seen) {
        return DownPlanner.plan(
                new DownRequest(
                        project, Set.copyOf(options.services()), options.removeOrphans(), options.volumes(), images()),
                seen);
    }

    private boolean goes(String service) {
        return options.services().isEmpty() || options.services().contains(service);
    }

    /** {@return what hooks have left behind because they failed} */
    private List<ContainerSummary> hookContainers() {
        Filters filters = Filters.label(Labels.PROJECT, project.name()).andLabel(Labels.HOOK, Labels.PRE_START);
        return connection.engine().containers().list(filters, true).stream()
                .filter(c -> goes(c.labels().getOrDefault(Labels.SERVICE, "")))
                .toList();
    }

    private void remove(ContainerSummary hook) {
        try {
            connection.engine().containers().remove(hook.id(), true, true);
        } catch (EngineNotFoundException e) {
            // Somebody else was faster.
        }
    }

    private Set<String> images() {
        Set<String> images = new TreeSet<>();
        if (options.images() == DownOptions.RemoveImages.NONE) {
            return images;
        }
        Names names = Names.of(project);
        for (ImageSummary image : connection.engine().images().list(Filters.label(Labels.PROJECT, project.name()))) {
            images.addAll(image.tags());
        }
        project.services().forEach((key, service) -> {
            String own = service.image();
            boolean unnamed = own == null || own.isEmpty();
            if (unnamed || options.images() == DownOptions.RemoveImages.ALL) {
                images.add(names.image(key, service));
            }
        });
        return images;
    }
}
