package io.github.jcompose.runtime.images;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.project.ImageVolumes;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The images of a project's services: each is looked up, and pulled if its policy says so, once. */
public final class ProjectImages {
    private record Wanted(String image, @Nullable String platform, Set<String> services) {}

    private final Engine engine;
    private final Workers workers;
    private final Events events;
    private final Clock clock;

    /** Works on that engine. */
    public ProjectImages(Engine engine, Workers workers, Events events, Clock clock) {
        this.engine = engine;
        this.workers = workers;
        this.events = events;
        this.clock = clock;
    }

    /** {@return the ids of the images that are there by service} */
    public Map<String, String> identities(Project project) {
        Map<String, ImageIndex.Reference> wanted = new TreeMap<>();
        names(project).forEach((service, image) -> wanted.put(service, reference(project, service, image)));
        Map<ImageIndex.Reference, String> ids = new ImageIndex(engine).find(wanted.values());
        Map<String, String> identities = new TreeMap<>();
        wanted.forEach((service, image) -> {
            String id = ids.get(image);
            if (id != null) {
                identities.put(service, id);
            }
        });
        return identities;
    }

    /** {@return what stands for the images that services mount, by service; none for a service without any} */
    public Map<String, String> imageVolumes(Project project) {
        Map<String, ImageIndex.Reference> wanted = new TreeMap<>();
        project.services()
                .values()
                .forEach(service -> ImageVolumes.images(service)
                        .values()
                        .forEach(image -> wanted.put(image, new ImageIndex.Reference(image, null))));
        Map<String, String> digests = new TreeMap<>();
        if (wanted.isEmpty()) {
            return digests;
        }
        Map<ImageIndex.Reference, String> ids = new ImageIndex(engine).find(wanted.values());
        Map<String, String> identities = new TreeMap<>();
        ids.forEach((reference, id) -> identities.put(reference.name(), id));
        project.services().forEach((key, service) -> {
            String digest = ImageVolumes.digest(service, identities);
            if (!digest.isEmpty()) {
                digests.put(key, digest);
            }
        });
        return digests;
    }

    private static ImageIndex.Reference reference(Project project, String key, String image) {
        Service service = project.services().get(key);
        String platform = service == null ? null : service.platform();
        return new ImageIndex.Reference(image, platform == null || platform.isEmpty() ? null : platform);
    }

    /** Says so if an image is there, but not for the platform that a service wants, and nothing will change that. */
    private void requirePlatforms(Project project, Map<String, String> there) {
        names(project).forEach((key, image) -> {
            Service service = project.services().get(key);
            String platform = reference(project, key, image).platform();
            if (service == null || there.containsKey(key) || platform == null || service.buildSpec() != null) {
                return;
            }
            engine.images().find(image).ifPresent(details -> {
                throw new ComposeException("services." + key + ": image " + image + " is there for " + details.os()
                        + "/" + details.architecture() + " only, and platform: " + platform
                        + " asks for another; pull it for that platform, or leave platform out");
            });
        });
    }

    private static Map<String, String> names(Project project) {
        Names names = Names.of(project);
        Map<String, String> images = new TreeMap<>();
        project.services().forEach((key, service) -> {
            if (service.provider() == null) {
                images.put(key, names.image(key, service));
            }
        });
        return images;
    }

    /**
     * Pulls what the policies of the services ask for.
     *
     * @return the ids of the images by service; those to be built may lack
     * @throws ComposeException if an image cannot be pulled and none of its services can be built
     */
    public Map<String, String> prepare(ImageRequest request) {
        Project project = request.project();
        Map<String, String> before = identities(project);
        List<Wanted> due = wanted(request, before);
        if (due.isEmpty()) {
            requirePlatforms(project, before);
            return before;
        }
        Puller puller = new Puller(engine, events, request.credentials(), request.quiet());
        workers.forEach(due, wanted -> workers.limited(() -> pull(puller, project, wanted)));
        Map<String, String> after = identities(project);
        requirePlatforms(project, after);
        return after;
    }

    /**
     * {@return why each image would be pulled, by its name}
     *
     * @param there the ids of the images that are there, by service
     */
    public Map<String, String> due(ImageRequest request, Map<String, String> there) {
        Map<String, String> reasons = new TreeMap<>();
        for (Wanted wanted : wanted(request, there)) {
            boolean missing = wanted.services().stream().anyMatch(key -> !there.containsKey(key))
                    || wanted.services().isEmpty();
            reasons.put(wanted.image(), missing ? "not found" : "pull policy");
        }
        return reasons;
    }

    private List<Wanted> wanted(ImageRequest request, Map<String, String> there) {
        Map<String, Wanted> due = new TreeMap<>();
        Set<String> own = new HashSet<>(names(request.project()).values());
        for (Map.Entry<String, Service> entry : new TreeMap<>(request.project().services()).entrySet()) {
            String key = entry.getKey();
            Service service = entry.getValue();
            String image = service.image();
            if (service.provider() != null) {
                continue;
            }
            PullPolicy policy =
                    PullPolicy.parse(key, request.policy() == null ? service.pullPolicy() : request.policy());
            for (String other : otherImages(service)) {
                // What another service is made from is got by that one's own policy, or built.
                if (!own.contains(other) && policy.kind() != PullPolicy.Kind.NEVER && !isThere(other)) {
                    due.computeIfAbsent(other + " null", k -> new Wanted(other, null, new TreeSet<>()))
                            .services()
                            .add(key);
                }
            }
            if (image == null || image.isEmpty()) {
                continue;
            }
            if (isDue(policy, image, there.containsKey(key))) {
                String platform = service.platform();
                due.computeIfAbsent(image + " " + platform, k -> new Wanted(image, platform, new TreeSet<>()))
                        .services()
                        .add(key);
            }
        }
        return new ArrayList<>(due.values());
    }

    /** {@return the images of the service's hooks, and those that it mounts} */
    private static Set<String> otherImages(Service service) {
        Set<String> others = new TreeSet<>();
        service.preStart().forEach(hook -> {
            if (hook.image() != null && !hook.image().isEmpty()) {
                others.add(hook.image());
            }
        });
        service.volumes().forEach(mount -> {
            if (Mount.IMAGE.equals(mount.type()) && mount.source() != null) {
                others.add(mount.source());
            }
        });
        return others;
    }

    private boolean isThere(String image) {
        return engine.images().find(image).isPresent();
    }

    private boolean isDue(PullPolicy policy, String image, boolean there) {
        return switch (policy.kind()) {
            case ALWAYS -> true;
            case MISSING -> !there;
            case NEVER, BUILD -> false;
            case REFRESH -> !there || isOlder(image, policy);
        };
    }

    private boolean isOlder(String image, PullPolicy policy) {
        Optional<Instant> tagged = engine.images()
                .find(image)
                .flatMap(details -> details.raw().object("Metadata").instant("LastTagTime"));
        return tagged.map(time -> time.plus(policy.period()).isBefore(clock.instant()))
                .orElse(true);
    }

    private void pull(Puller puller, Project project, Wanted wanted) {
        try {
            puller.pull(wanted.image(), wanted.platform());
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (ComposeException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            if (canBeBuilt(project, wanted.image())) {
                events.emit(Progress.of(ResourceKind.IMAGE, wanted.image(), Status.WARNING, "Skipped")
                        .withDetails(message));
                return;
            }
            events.error(ResourceKind.IMAGE, wanted.image(), e);
            throw new ComposeException(
                    "cannot pull image " + wanted.image() + " of service " + String.join(", ", wanted.services()) + ": "
                            + message,
                    e);
        }
    }

    private static boolean canBeBuilt(Project project, String image) {
        Map<String, Service> services = new HashMap<>(project.services());
        return services.values().stream().anyMatch(s -> image.equals(s.image()) && s.buildSpec() != null);
    }

    /** Pulls images for their own sake, as {@code pull} does. */
    public void pull(ImageRequest request, boolean ignoreFailures, boolean ignoreBuildable) {
        Map<String, String> there = identities(request.project());
        Map<String, Wanted> wanted = new TreeMap<>();
        new TreeMap<>(request.project().services()).forEach((key, service) -> {
            String image = service.image();
            String reason = skipReason(key, service, request.policy(), there.containsKey(key), ignoreBuildable);
            if (image == null || image.isEmpty() || reason != null) {
                if (service.provider() == null) {
                    events.emit(Progress.of(ResourceKind.IMAGE, image == null ? key : image, Status.DONE, "Skipped")
                            .withDetails(reason == null ? "No image to be pulled" : reason));
                }
                return;
            }
            wanted.computeIfAbsent(
                            image + " " + service.platform(),
                            k -> new Wanted(image, service.platform(), new TreeSet<>()))
                    .services()
                    .add(key);
        });
        Puller puller = new Puller(engine, events, request.credentials(), request.quiet());
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        workers.forEach(
                new ArrayList<>(wanted.values()),
                item -> workers.limited(() -> {
                    try {
                        puller.pull(item.image(), item.platform());
                    } catch (EngineInterruptedException e) {
                        throw e;
                    } catch (ComposeException e) {
                        events.error(ResourceKind.IMAGE, item.image(), e);
                        boolean buildable = canBeBuilt(request.project(), item.image());
                        if (!ignoreFailures && !buildable) {
                            throw new ComposeException(
                                    "cannot pull image " + item.image() + " of service "
                                            + String.join(", ", item.services()) + ": " + e.getMessage(),
                                    e);
                        }
                        failed.addAll(item.services());
                    }
                }));
        if (!failed.isEmpty() && !ignoreFailures) {
            throw new ComposeException("some service image(s) must be built from source by running: build "
                    + String.join(" ", new TreeSet<>(failed)));
        }
    }

    private static @Nullable String skipReason(
            String key, Service service, @Nullable String override, boolean there, boolean ignoreBuildable) {
        if (ignoreBuildable && service.buildSpec() != null) {
            return "Image can be built";
        }
        String own = service.pullPolicy();
        if (override == null && (own == null || own.isEmpty())) {
            return null;
        }
        PullPolicy policy = PullPolicy.parse(key, override == null ? own : override);
        String image = service.image() == null ? "" : service.image();
        return switch (policy.kind()) {
            case ALWAYS, REFRESH -> null;
            case NEVER, BUILD -> "Pull policy is " + own;
            case MISSING ->
                there && !ImageName.parse(image).version().equals("latest") ? "Image is already present locally" : null;
        };
    }
}
