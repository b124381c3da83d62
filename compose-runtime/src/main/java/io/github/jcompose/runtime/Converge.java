package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.build.BuildRequest;
import io.github.jcompose.runtime.build.ProjectBuilds;
import io.github.jcompose.runtime.create.FilesDigest;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.execute.Executor;
import io.github.jcompose.runtime.execute.Surroundings;
import io.github.jcompose.runtime.images.ImageRequest;
import io.github.jcompose.runtime.images.ProjectImages;
import io.github.jcompose.runtime.observe.Observed;
import io.github.jcompose.runtime.observe.Observer;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.plan.Plan;
import io.github.jcompose.runtime.plan.PlanRequest;
import io.github.jcompose.runtime.plan.Planner;
import io.github.jcompose.runtime.plan.Prelude;
import io.github.jcompose.runtime.plan.Recreate;
import io.github.jcompose.runtime.plan.Step;
import io.github.jcompose.runtime.plan.WholePlan;
import io.github.jcompose.runtime.project.ImageVolumes;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.Selection;
import io.github.jcompose.runtime.provide.ApiSocket;
import io.github.jcompose.runtime.provide.Models;
import io.github.jcompose.runtime.provide.Providers;
import io.github.jcompose.runtime.start.StartRequest;
import io.github.jcompose.runtime.start.Starter;
import io.github.jcompose.runtime.start.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings the engine to where the project wants it: images, then a plan carried out, then the start. */
final class Converge {
    private final Connection connection;
    private Project project;
    private final UpOptions options;
    private final Starter starter;
    private final Set<String> removed = new HashSet<>();
    private @Nullable List<Target> targets;

    Converge(Connection connection, Project project, UpOptions options) {
        this.connection = connection;
        this.options = options;
        this.starter = new Starter(connection.engine(), connection.workers(), connection.events());
        Project normal = scaled(NormalProject.of(project), options.scale());
        Project chosen = Selection.of(ImageVolumes.resolved(normal), options.services(), !options.noDependencies());
        this.project = ApiSocket.expand(
                chosen, connection.environment(), connection.engine().info().osType());
    }

    private static Project scaled(Project project, Map<String, Integer> scale) {
        if (scale.isEmpty()) {
            return project;
        }
        Selection.requireKnown(project, scale.keySet());
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) -> {
            Integer replicas = scale.get(key);
            return replicas == null
                    ? service
                    : service.toBuilder().scale(replicas).build();
        });
        return project.toBuilder().services(services).build();
    }

    /** {@return the project, narrowed to what is brought up} */
    Project project() {
        return project;
    }

    private ProjectImages images() {
        return new ProjectImages(connection.engine(), connection.workers(), connection.events(), connection.clock());
    }

    /** {@return what would be done now} */
    Plan plan() {
        check();
        Map<String, String> models = new TreeMap<>();
        if (Models.neededBy(project)) {
            project = models().withVariables();
            project.services()
                    .forEach((key, service) -> service.models().keySet().forEach(model -> models.put(model, "used")));
        }
        Map<String, String> there = images().identities(project);
        boolean always = builtAlways();
        Map<String, String> pulls = images().due(imageRequest(always), there);
        Map<String, String> builds = new TreeMap<>();
        if (options.buildMode() != BuildMode.NEVER) {
            Set<String> due = ProjectBuilds.due(project, there, always);
            due.forEach(key -> builds.put(key, there.containsKey(key) ? "asked for" : "image not found"));
        }
        Observer observer = new Observer(connection.engine(), project);
        Observation seen = observer.observe(there).withImageVolumes(images().imageVolumes(project));
        Plan plan = WholePlan.plan(request(), seen, new Prelude(models, pulls, builds), !options.noStart());
        return plan.withWarnings(observer.warnings());
    }

    private void check() {
        project.services().forEach((key, service) -> {
            service.preStart().stream().filter(Hook::perReplica).findFirst().ifPresent(hook -> {
                throw new ComposeException("services." + key
                        + ".pre_start: per_replica is not supported; a hook runs once for all containers of a service");
            });
            String image = service.image();
            if ((image == null || image.isEmpty()) && service.buildSpec() == null && service.provider() == null) {
                throw new ComposeException(
                        "service \"" + key + "\" has neither an image nor a build context specified");
            }
        });
    }

    private PlanRequest request() {
        Recreate named = options.renewAnonymousVolumes() ? Recreate.ALWAYS : options.recreate();
        Recreate others = options.recreate() == Recreate.NEVER
                ? Recreate.NEVER
                : options.alwaysRecreateDependencies() ? Recreate.ALWAYS : Recreate.DIVERGED;
        return new PlanRequest(
                project,
                Set.copyOf(options.services()),
                named,
                others,
                !options.renewAnonymousVolumes(),
                options.removeOrphans(),
                options.ignoreOrphans(),
                options.confirm(),
                FilesDigest.of(project));
    }

    /** Creates and replaces, and starts nothing. */
    void create() {
        check();
        if (Models.neededBy(project)) {
            models().prepare();
            project = models().withVariables();
        }
        if (Providers.neededBy(project)) {
            project = new Providers(project, connection.environment(), connection.events()).up();
        }
        Map<String, String> images = prepareImages();
        Observer observer = new Observer(connection.engine(), project);
        Observation seen = observer.observe(images).withImageVolumes(images().imageVolumes(project));
        Plan plan = Planner.plan(request(), seen);
        observer.warnings().forEach(connection.events()::warn);
        plan.warnings().forEach(connection.events()::warn);
        tellUntouched(plan, seen);
        new Executor(new Surroundings(
                        connection.engine(),
                        connection.workers(),
                        connection.events(),
                        project,
                        options.environmentFiles(),
                        options.timeout(),
                        connection.proxies()))
                .execute(plan, seen);
        for (Plan.Node node : plan.nodes()) {
            if (node.step() instanceof Step.RemoveContainer gone
                    && gone.container().id() != null) {
                removed.add(gone.container().id());
            }
        }
        targets = plan.isEmpty() ? targets(seen.containers()) : null;
    }

    /** {@return the ids of the images by service, after pulls and builds} */
    Map<String, String> prepareImages() {
        boolean always = builtAlways();
        Map<String, String> there = images().prepare(imageRequest(always));
        if (options.buildMode() == BuildMode.NEVER) {
            return there;
        }
        Set<String> due = ProjectBuilds.due(project, there, always);
        if (due.isEmpty()) {
            return there;
        }
        connection.builds().build(project, due, BuildRequest.asTheyAre(false));
        return images().identities(project);
    }

    private boolean builtAlways() {
        return options.buildMode() == BuildMode.ALWAYS || "build".equals(options.pull());
    }

    private ImageRequest imageRequest(boolean builtAlways) {
        Project wanted = builtAlways ? ProjectBuilds.builtRatherThanPulled(project) : project;
        return new ImageRequest(wanted, options.pull(), options.quietPull(), connection::credentials);
    }

    private Models models() {
        return new Models(project, connection.environment(), connection.workers(), connection.events());
    }

    private void tellUntouched(Plan plan, Observation seen) {
        Set<String> touched = new HashSet<>();
        plan.nodes().forEach(node -> touched.add(node.step().resource()));
        for (Observation.Container container : seen.containers()) {
            boolean known = project.services().containsKey(container.service()) && !container.oneOff();
            String resource = Step.ContainerRef.of(container).resource();
            if (known && container.running() && !touched.contains(resource)) {
                connection.events().done(ResourceKind.CONTAINER, container.name(), "Running");
            }
        }
    }

    /** {@return the containers of the services that are brought up, as they are now} */
    List<Target> targets() {
        List<Target> there = targets;
        if (there == null) {
            there = targets(Observed.containers(ProjectContainers.ofServices(connection.engine(), project.name())));
            targets = there;
        }
        return there;
    }

    private List<Target> targets(List<Observation.Container> containers) {
        // An engine under load may list for a moment what it has removed, and then finds no such container to start.
        return containers.stream()
                .filter(c -> !c.oneOff() && project.services().containsKey(c.service()) && !removed.contains(c.id()))
                .map(c -> new Target(c.id(), c.name(), c.service(), c.number(), c.running()))
                .toList();
    }

    /** Starts what does not run. */
    void start(Consumer<Target> beforeStart, UpOptions how, LogSink hookOutput) {
        starter.start(
                new StartRequest(project, targets(), beforeStart, how.awaitHealthy(), how.awaitTimeout(), hookOutput));
    }

    /** Ends a start under way in another thread. */
    void cancelStart() {
        starter.cancel();
    }
}
