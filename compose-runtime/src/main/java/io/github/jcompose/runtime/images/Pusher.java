package io.github.jcompose.runtime.images;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pushes the images that a project builds, with all their names, each name once. */
public final class Pusher {
    private final Engine engine;
    private final Workers workers;
    private final Events events;
    private final Function<String, @Nullable String> credentials;
    private final boolean quiet;

    /**
     * @param credentials gives the value of {@code X-Registry-Auth} for an image
     * @param quiet whether layers are left out of the events
     */
    public Pusher(
            Engine engine,
            Workers workers,
            Events events,
            Function<String, @Nullable String> credentials,
            boolean quiet) {
        this.engine = engine;
        this.workers = workers;
        this.events = events;
        this.credentials = credentials;
        this.quiet = quiet;
    }

    /**
     * Pushes the images of the project's services.
     *
     * @param ignoreFailures go on, with a warning, when one cannot be pushed
     * @throws ComposeException if one cannot be pushed
     */
    public void push(Project project, boolean ignoreFailures) {
        Map<String, Set<String>> services = names(project);
        workers.forEach(
                services.entrySet(),
                entry -> workers.limited(() -> push(entry.getKey(), entry.getValue(), ignoreFailures)));
    }

    /** {@return the services of each name that is to be pushed} */
    private Map<String, Set<String>> names(Project project) {
        Map<String, Set<String>> names = new TreeMap<>();
        for (Map.Entry<String, Service> entry : new TreeMap<>(project.services()).entrySet()) {
            Service service = entry.getValue();
            String image = service.image();
            Build build = service.buildSpec();
            if (image == null || image.isEmpty() || build == null) {
                events.emit(Progress.of(ResourceKind.SERVICE, entry.getKey(), Status.DONE, "Skipped")
                        .withDetails(build == null ? "it is not built here" : "it has no image name to push"));
                continue;
            }
            names.computeIfAbsent(image, any -> new TreeSet<>()).add(entry.getKey());
            build.tags()
                    .forEach(tag ->
                            names.computeIfAbsent(tag, any -> new TreeSet<>()).add(entry.getKey()));
        }
        Map<String, Set<String>> once = new LinkedHashMap<>();
        Set<String> seen = new TreeSet<>();
        names.forEach((name, of) -> {
            if (seen.add(ImageName.parse(name).toString())) {
                once.put(name, of);
            }
        });
        return once;
    }

    private void push(String image, Set<String> services, boolean ignoreFailures) {
        events.working(ResourceKind.IMAGE, image, "Pushing");
        try {
            String parent =
                    Progress.of(ResourceKind.IMAGE, image, Status.WORKING, "").id();
            String auth = credentials.apply(image);
            Runnable transfer = () -> engine.images().push(image, auth, message -> {
                if (!quiet && !message.id().isEmpty() && message.raw().hasObject("progressDetail")) {
                    events.emit(Layers.progress(parent, message, isDone(message)));
                }
            });
            new Attempts(events).run(image, transfer, said -> said.ofPush(image, auth != null));
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (ComposeException e) {
            ComposeException told = new ComposeException(
                    "cannot push image " + image + " of service " + String.join(", ", services) + ": " + e.getMessage(),
                    e);
            if (!ignoreFailures) {
                events.error(ResourceKind.IMAGE, image, told);
                throw told;
            }
            events.emit(Progress.of(ResourceKind.IMAGE, image, Status.WARNING, "Skipped")
                    .withDetails(String.valueOf(told.getMessage())));
            return;
        }
        events.done(ResourceKind.IMAGE, image, "Pushed");
    }

    private static boolean isDone(PullProgress layer) {
        return switch (layer.status()) {
            case "Pushed", "Layer already exists" -> true;
            default -> layer.status().startsWith("Mounted from");
        };
    }
}
