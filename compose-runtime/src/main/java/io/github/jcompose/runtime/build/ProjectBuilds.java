package io.github.jcompose.runtime.build;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.build.task.ImageBuilder;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.auth.Credential;
import io.github.jcompose.runtime.engine.host.DockerConfig;
import io.github.jcompose.runtime.engine.host.ProxyVariables;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.TaskGraph;
import io.github.jcompose.runtime.work.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Builds the images of a project's services, each once. */
public final class ProjectBuilds {
    private static final String BUILD = "build";

    private final Engine engine;
    private final Workers workers;
    private final Events events;
    private final Function<String, Optional<Credential>> credentials;
    private final Map<String, String> environment;

    /**
     * Builds on that engine.
     *
     * @param credentials finds them by registry, a host with its port
     * @param environment the variables of the process
     */
    public ProjectBuilds(
            Engine engine,
            Workers workers,
            Events events,
            Function<String, Optional<Credential>> credentials,
            Map<String, String> environment) {
        this.engine = engine;
        this.workers = workers;
        this.events = events;
        this.credentials = credentials;
        this.environment = environment;
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
     * Builds the images of services, and those that they use as additional contexts; services that cannot be built
     * are left out.
     *
     * @param services keys of the project's services
     * @return the names of the images, sorted
     * @throws ComposeException if the builder cannot do what a service says, which is found out before anything is
     *     built, or if a build fails
     */
    public Set<String> build(Project project, Collection<String> services, BuildRequest request) {
        Set<String> all = withReferences(project, services);
        if (all.isEmpty()) {
            return all;
        }
        BuilderChoice choice = BuilderChoice.of(engine, workers::execute, credentials, environment);
        Map<String, String> proxies =
                ProxyVariables.of(DockerConfig.read(environment), engine.info().host());
        BuildTasks maker = new BuildTasks(project, request, environment, proxies, choice.classic());
        Map<String, List<BuildTask>> tasks = tasks(project, all, maker);
        tasks.values()
                .forEach(same ->
                        same.forEach(task -> choice.builder().check(task).forEach(events::warn)));
        new Schedule(project, tasks, choice.builder(), request).run();
        return new TreeSet<>(tasks.keySet());
    }

    private static Set<String> withReferences(Project project, Collection<String> services) {
        Set<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(services);
        while (!open.isEmpty()) {
            String key = open.removeFirst();
            Service service = BuildTasks.buildable(project, key);
            Build build = service == null ? null : service.buildSpec();
            if (build != null && all.add(key)) {
                open.addAll(BuildTasks.references(build));
            }
        }
        return all;
    }

    /** {@return what to build by image; of several for one, the last gives the image its name} */
    private Map<String, List<BuildTask>> tasks(Project project, Set<String> services, BuildTasks maker) {
        Names names = Names.of(project);
        Map<String, List<BuildTask>> tasks = new TreeMap<>();
        for (String key : services) {
            Service service = BuildTasks.buildable(project, key);
            Build build = service == null ? null : service.buildSpec();
            if (service == null || build == null) {
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

    /** Builds side by side, but an image after those that it uses. */
    private final class Schedule {
        private final Project project;
        private final Map<String, List<BuildTask>> tasks;
        private final ImageBuilder builder;
        private final BuildRequest request;
        private final TaskGraph graph = new TaskGraph();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Deque<String> path = new ArrayDeque<>();

        Schedule(Project project, Map<String, List<BuildTask>> tasks, ImageBuilder builder, BuildRequest request) {
            this.project = project;
            this.tasks = tasks;
            this.builder = builder;
            this.request = request;
        }

        void run() {
            tasks.keySet().forEach(this::number);
            graph.run(workers);
        }

        /** {@return the number of the task that ends the work on an image} */
        private int number(String image) {
            Integer known = numbers.get(image);
            if (known != null) {
                return known;
            }
            if (path.contains(image)) {
                throw new ComposeException(
                        "additional_contexts go in a circle: " + String.join(" uses ", path) + " uses " + image);
            }
            path.addLast(image);
            List<Integer> before = new ArrayList<>();
            for (BuildTask task : tasks.getOrDefault(image, List.of())) {
                for (String value : task.contexts().values()) {
                    String used = value.startsWith(BuildTask.IMAGE) ? value.substring(BuildTask.IMAGE.length()) : "";
                    if (tasks.containsKey(used)) {
                        before.add(number(used));
                    }
                }
                before = new ArrayList<>(List.of(graph.add(() -> workers.limited(() -> build(task)), before)));
            }
            path.removeLast();
            numbers.put(image, before.get(0));
            return before.get(0);
        }

        private void build(BuildTask task) {
            events.working(ResourceKind.IMAGE, task.image(), "Building");
            try {
                builder.build(task, new BuildEvents(events, task, request.quiet()));
            } catch (RuntimeException e) {
                // The output that the message quotes has been told already.
                String reason =
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                events.emit(Progress.of(ResourceKind.IMAGE, task.image(), Status.ERROR, "Error")
                        .withDetails(reason));
                throw e;
            }
            events.done(ResourceKind.IMAGE, task.image(), "Built");
            Service service = BuildTasks.buildable(project, task.service());
            if (request.push() && service != null && service.image() != null) {
                task.names().forEach(this::push);
            }
        }

        private void push(String name) {
            events.working(ResourceKind.IMAGE, name, "Pushing");
            String auth = credentials
                    .apply(ImageName.parse(name).registry())
                    .map(Credential::header)
                    .orElse(null);
            try {
                engine.images().push(name, auth, progress -> {});
            } catch (RuntimeException e) {
                events.error(ResourceKind.IMAGE, name, e);
                throw new ComposeException("cannot push image " + name + ": " + e.getMessage(), e);
            }
            events.done(ResourceKind.IMAGE, name, "Pushed");
        }
    }
}
