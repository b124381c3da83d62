package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageSummary;
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
        Observation seen = new Observer(connection.engine(), project).observe(Map.of());
        DownRequest request = new DownRequest(
                project, Set.copyOf(options.services()), options.removeOrphans(), options.volumes(), images());
        Plan plan = DownPlanner.plan(request, seen);
        plan.warnings().forEach(connection.events()::warn);
        if (plan.isEmpty()) {
            connection
                    .events()
                    .warning(
                            ResourceKind.PROJECT,
                            "Warning",
                            "No resource found to remove for project \"" + project.name() + "\".");
            return;
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
