package io.github.jcompose.runtime.build;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.TaskGraph;
import io.github.jcompose.runtime.work.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the images of a project's services, each once. */
public final class ProjectBuilds {
    private static final String BUILD = "build";

    private final ImageBuilder builder;
    private final Workers workers;
    private final Events events;

    /**
     * Builds on that engine.
     *
     * @param credentials gives the value of {@code X-Registry-Auth} for a registry; null if there are none for it
     */
    public ProjectBuilds(
            Engine engine, Workers workers, Events events, Function<String, @Nullable String> credentials) {
        this.builder = new ClassicBuilder(engine, credentials);
        this.workers = workers;
        this.events = events;
    }

    /**
     * {@return the services whose images are to be built before their containers are created}
     *
     * @param identities the ids of the images that are there, by service
     * @param always also those that are there
     */
    public static Set<String> due(Project project, Map<String, String> identities, boolean always) {
        Set<String> due = new TreeSet<>();
        project.services().forEach((key, service) -> {
            boolean wanted = always || !identities.containsKey(key) || BUILD.equals(service.pullPolicy());
            if (wanted && canBeBuilt(service)) {
                due.add(key);
            }
        });
        return due;
    }

    /** {@return the project, with no pulls of images that can be built} */
    public static Project builtRatherThanPulled(Project project) {
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) ->
                canBeBuilt(service) ? service.toBuilder().pullPolicy(BUILD).build() : service);
        return project.toBuilder().services(services).build();
    }

    private static boolean canBeBuilt(Service service) {
        return service.buildSpec() != null && service.provider() == null;
    }

    /**
     * Builds the images of services; those that cannot be built are left out.
     *
     * @param services keys of the project's services
     * @return the names of the images, sorted
     * @throws io.github.jcompose.model.ComposeException if the builder cannot do what a service says, which is found
     *     out before anything is built, or if a build fails
     */
    public Set<String> build(Project project, Collection<String> services, BuildRequest request) {
        Map<String, List<BuildTask>> tasks = tasks(project, services, request);
        tasks.values().forEach(same -> same.forEach(task -> builder.check(task).forEach(events::warn)));
        TaskGraph graph = new TaskGraph();
        tasks.values().forEach(same -> {
            List<Integer> before = List.of();
            for (BuildTask task : same) {
                before = List.of(graph.add(() -> workers.limited(() -> build(task, request.quiet())), before));
            }
        });
        graph.run(workers);
        return new TreeSet<>(tasks.keySet());
    }

    /** {@return what to build by image; of several for one, the last gives the image its name} */
    private Map<String, List<BuildTask>> tasks(Project project, Collection<String> services, BuildRequest request) {
        BuildTasks maker = new BuildTasks(project, request);
        Names names = Names.of(project);
        Map<String, List<BuildTask>> tasks = new TreeMap<>();
        for (String key : new TreeSet<>(services)) {
            Service service = project.services().get(key);
            Build build = service == null ? null : service.buildSpec();
            if (service == null || build == null || service.provider() != null) {
                continue;
            }
            String image = names.image(key, service);
            BuildTask task = maker.task(key, service, build, image);
            List<BuildTask> same = tasks.computeIfAbsent(image, i -> new ArrayList<>());
            if (same.stream().noneMatch(task::isSameAs)) {
                if (!same.isEmpty()) {
                    events.warn("services " + same.get(0).service() + " and " + key + " build the same image " + image
                            + " in different ways; the one of " + key + " is used for both");
                }
                same.add(task);
            }
        }
        return tasks;
    }

    private void build(BuildTask task, boolean quiet) {
        events.working(ResourceKind.IMAGE, task.image(), "Building");
        try {
            builder.build(task, new BuildEvents(events, task, quiet));
        } catch (RuntimeException e) {
            // The output that the message quotes has been told already.
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            events.emit(Progress.of(ResourceKind.IMAGE, task.image(), Status.ERROR, "Error")
                    .withDetails(reason));
            throw e;
        }
        events.done(ResourceKind.IMAGE, task.image(), "Built");
    }
}
