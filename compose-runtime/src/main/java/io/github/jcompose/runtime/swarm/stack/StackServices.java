package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.swarm.DeployOptions;
import io.github.jcompose.runtime.swarm.spec.Stack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates and updates the services of a stack. */
final class StackServices {
    private static final int TRIES = 5;

    private final Surroundings surroundings;
    private final Stack stack;
    private final DeployOptions options;
    private Map<String, ImagePins.Pin> pins = Map.of();

    StackServices(Surroundings surroundings, Stack stack, DeployOptions options) {
        this.surroundings = surroundings;
        this.stack = stack;
        this.options = options;
    }

    /** Brings the swarm's services to these specifications, one after the other. */
    void put(Map<String, Map<String, @Nullable Object>> requests) {
        Map<String, SwarmService> there = new HashMap<>();
        surroundings.services(stack.name()).forEach(service -> there.put(service.name(), service));
        TreeSet<String> asked = new TreeSet<>();
        for (String key : requests.keySet()) {
            String image = image(key);
            if (isAsked(image, there.get(stack.scoped(key)))) {
                asked.add(image);
            }
        }
        pins = new ImagePins(surroundings).of(asked);
        for (Map.Entry<String, Map<String, @Nullable Object>> entry : requests.entrySet()) {
            put(entry.getKey(), entry.getValue(), there.get(stack.scoped(entry.getKey())));
        }
    }

    private String image(String key) {
        Service service = stack.project().services().get(key);
        return service == null || service.image() == null ? "" : service.image();
    }

    private boolean isAsked(String image, @Nullable SwarmService there) {
        return switch (options.resolveImage()) {
            case ALWAYS -> true;
            case CHANGED -> there == null || !image.equals(there.labels().get(Stack.IMAGE));
            case NEVER -> false;
        };
    }

    private void put(String key, Map<String, @Nullable Object> request, @Nullable SwarmService there) {
        String name = stack.scoped(key);
        String image = image(key);
        String auth = options.registryAuth() ? surroundings.credentials().apply(image) : null;
        surroundings.events().working(ResourceKind.SERVICE, name, there == null ? "Creating" : "Updating");
        try {
            List<String> warnings = there == null
                    ? surroundings.swarm().services().create(completed(request, image, null), auth)
                    : update(there, request, image, auth);
            warnings.forEach(warning -> surroundings.events().warn(name + ": " + warning));
        } catch (EngineException e) {
            surroundings.events().error(ResourceKind.SERVICE, name, e);
            throw new ComposeException("services." + key + ": " + Surroundings.reason(e), e);
        }
        surroundings.events().done(ResourceKind.SERVICE, name, there == null ? "Created" : "Updated");
    }

    /** The swarm itself changes services, for one by the end of an earlier update: then it is tried again. */
    private List<String> update(
            SwarmService there, Map<String, @Nullable Object> request, String image, @Nullable String auth) {
        SwarmService service = there;
        for (int tries = 1; ; tries++) {
            try {
                return surroundings.swarm().services().update(service, completed(request, image, service), auth);
            } catch (EngineException e) {
                if (tries == TRIES || !String.valueOf(e.getMessage()).contains("out of sequence")) {
                    throw e;
                }
                service = surroundings.swarm().services().find(service.id()).orElseThrow(() -> e);
            }
        }
    }

    /** {@return the request with what depends on the registry and on the service that is there} */
    private Map<String, @Nullable Object> completed(
            Map<String, @Nullable Object> request, String image, @Nullable SwarmService there) {
        Map<String, @Nullable Object> task =
                new LinkedHashMap<>(JsonObject.of(request.get("TaskTemplate")).map());
        Map<String, @Nullable Object> container =
                new LinkedHashMap<>(JsonObject.of(task.get("ContainerSpec")).map());
        Map<String, @Nullable Object> placement =
                new LinkedHashMap<>(JsonObject.of(task.get("Placement")).map());
        ImagePins.Pin pin = pins.get(image);
        if (pin != null) {
            container.put("Image", pin.image());
            if (!pin.platforms().isEmpty()) {
                placement.putIfAbsent("Platforms", pin.platforms());
            }
        } else if (there != null && image.equals(there.labels().get(Stack.IMAGE))) {
            container.put("Image", there.image());
            Object platforms = there.taskTemplate().object("Placement").map().get("Platforms");
            if (platforms != null) {
                placement.putIfAbsent("Platforms", platforms);
            }
        }
        if (there != null) {
            // What someone forced stays so; another number would start all tasks anew.
            task.put("ForceUpdate", there.taskTemplate().number("ForceUpdate"));
        }
        task.put("ContainerSpec", container);
        task.put("Placement", placement);
        Map<String, @Nullable Object> completed = new LinkedHashMap<>(request);
        completed.put("TaskTemplate", task);
        return completed;
    }
}
