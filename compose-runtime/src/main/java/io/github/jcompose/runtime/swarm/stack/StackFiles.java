package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.SwarmObject;
import io.github.jcompose.runtime.engine.SwarmObjects;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.swarm.spec.FileRefs;
import io.github.jcompose.runtime.swarm.spec.FileRequest;
import io.github.jcompose.runtime.swarm.spec.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configs or the secrets of a stack. The content of those in a swarm never changes: other content makes a new
 * one, whose name ends with a number: {@code shop_password}, {@code shop_password-2}, … Which of them has the content
 * that is wanted is left to the swarm to find out, since it tells nobody the content of a secret; and no digest of it
 * is written anywhere, from which a short password could be guessed.
 */
final class StackFiles {
    /** The label of those that took the place of others: the key in the project. */
    private static final String VERSION_OF = "io.github.jcompose.stack.version-of";

    private static final int TOO_MANY_TRIES = 100;

    private final Surroundings surroundings;
    private final String stack;
    private final ResourceKind kind;
    private final SwarmObjects objects;

    StackFiles(Surroundings surroundings, String stack, ResourceKind kind) {
        this.surroundings = surroundings;
        this.stack = stack;
        this.kind = kind;
        this.objects = kind == ResourceKind.SECRET
                ? surroundings.swarm().secrets()
                : surroundings.swarm().configs();
    }

    /** {@return what is in the swarm for each request, by key} */
    Map<String, FileRefs.Ref> ensure(List<FileRequest> requests) {
        Map<String, FileRefs.Ref> refs = new LinkedHashMap<>();
        for (FileRequest request : requests) {
            try {
                refs.put(request.key(), ensure(request));
            } catch (EngineException e) {
                throw new ComposeException(request.what() + ": " + Surroundings.reason(e), e);
            }
        }
        return refs;
    }

    private FileRefs.Ref ensure(FileRequest request) {
        List<SwarmObject> versions = versions(request);
        if (request.external()) {
            return versions.stream()
                    .findFirst()
                    .map(object -> new FileRefs.Ref(object.id(), object.name()))
                    .orElseThrow(() -> new ComposeException(request.what() + " is external, but the swarm has no "
                            + kindName() + " of the name '" + request.name() + "'; create it with 'docker " + kindName()
                            + " create'"));
        }
        for (SwarmObject version : versions) {
            if (version.templating().equals(request.templating()) && holds(version, request)) {
                return new FileRefs.Ref(version.id(), version.name());
            }
        }
        if (!versions.isEmpty() && request.named()) {
            throw new ComposeException(request.what() + ": its content differs from that of '" + request.name()
                    + "' in the swarm, where content never changes; give it another name, or none, so that each content"
                    + " gets a name of its own");
        }
        return create(request, versions.isEmpty());
    }

    /** {@return what has the name of the request or is a later version of it, the latest first} */
    private List<SwarmObject> versions(FileRequest request) {
        List<SwarmObject> versions = new ArrayList<>();
        for (SwarmObject object : objects.list(Filters.none().and("name", request.name()))) {
            boolean itself = object.name().equals(request.name());
            boolean version = !request.named()
                    && stack.equals(object.labels().get(Stack.NAMESPACE))
                    && request.key().equals(object.labels().get(VERSION_OF));
            if (itself || version) {
                versions.add(object);
            }
        }
        versions.sort(
                Comparator.comparingInt((SwarmObject o) -> number(request, o)).reversed());
        return versions;
    }

    private static int number(FileRequest request, SwarmObject object) {
        String rest = object.name().substring(request.name().length());
        return rest.matches("-[0-9]{1,9}") ? Integer.parseInt(rest.substring(1)) : 1;
    }

    /** Tells the swarm the content under the name of the version: it takes new labels, but no other content. */
    private boolean holds(SwarmObject version, FileRequest request) {
        if (!request.body().containsKey("Data")) {
            // Its content is its driver's.
            return true;
        }
        Map<String, @Nullable Object> body =
                body(request, version.name(), version.labels().containsKey(VERSION_OF));
        try {
            objects.update(version, body);
            return true;
        } catch (EngineException e) {
            if (e.status() == 400 && String.valueOf(e.getMessage()).contains("only updates to Labels")) {
                return false;
            }
            throw e;
        }
    }

    private static Map<String, @Nullable Object> body(FileRequest request, String name, boolean version) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("Name", name);
        body.putAll(request.body());
        if (version) {
            Map<String, Object> labels =
                    new TreeMap<>(JsonObject.of(request.body()).stringMap("Labels"));
            labels.put(VERSION_OF, request.key());
            body.put("Labels", labels);
        }
        return body;
    }

    private FileRefs.Ref create(FileRequest request, boolean first) {
        for (int number = first ? 1 : 2; number < TOO_MANY_TRIES; number++) {
            String name = number == 1 ? request.name() : request.name() + "-" + number;
            if (number > 1 && isTaken(name)) {
                continue;
            }
            surroundings.events().working(kind, name, "Creating");
            try {
                String id = objects.create(body(request, name, number > 1));
                surroundings.events().done(kind, name, "Created");
                return new FileRefs.Ref(id, name);
            } catch (EngineConflictException e) {
                surroundings.events().done(kind, name, "Exists");
            }
        }
        throw new ComposeException(request.what() + ": the swarm has too many versions of '" + request.name()
                + "'; remove those that no service uses, or deploy with pruning");
    }

    private boolean isTaken(String name) {
        return objects.list(Filters.none().and("name", name)).stream()
                .anyMatch(object -> object.name().equals(name));
    }

    /** Removes the versions that neither a service uses now nor it would use again after a rollback. */
    void prune(Map<String, FileRefs.Ref> current) {
        Set<String> used = used();
        for (SwarmObject object : objects.list(Surroundings.of(stack))) {
            String key = object.labels().get(VERSION_OF);
            boolean first =
                    current.keySet().stream().anyMatch(k -> object.name().equals(stack + "_" + k));
            if ((key != null || first) && !used.contains(object.id())) {
                boolean wanted =
                        current.values().stream().anyMatch(ref -> ref.id().equals(object.id()));
                if (!wanted) {
                    remove(object);
                }
            }
        }
    }

    private void remove(SwarmObject object) {
        try {
            objects.remove(object.id());
            surroundings.events().done(kind, object.name(), "Removed");
        } catch (EngineException e) {
            surroundings.events().warning(kind, object.name(), "Still in use");
        }
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        String list = kind == ResourceKind.SECRET ? "Secrets" : "Configs";
        String id = kind == ResourceKind.SECRET ? "SecretID" : "ConfigID";
        for (SwarmService service : surroundings.services(stack)) {
            for (String spec : List.of("Spec", "PreviousSpec")) {
                service.raw()
                        .object(spec)
                        .object("TaskTemplate")
                        .object("ContainerSpec")
                        .objects(list)
                        .forEach(file -> used.add(file.string(id)));
            }
        }
        return used;
    }

    private String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
