package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What there is on the pretended engine, and what was asked of it. Its lock guards all of it. */
final class World {
    final Map<String, Map<String, @Nullable Object>> containers = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> networks = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> volumes = new LinkedHashMap<>();
    final Map<String, Map<String, @Nullable Object>> images = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    private final List<RecordedEvents> listeners = new CopyOnWriteArrayList<>();
    private Consumer<String> hook = call -> {};
    private int ids;
    private long seconds;

    /** Notes a call that changes something; the hook may refuse it. */
    synchronized void call(String call) {
        hook.accept(call);
        calls.add(call);
    }

    synchronized void hook(Consumer<String> before) {
        hook = before;
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** {@return an id that looks like one of an engine, the same in each run} */
    String newId() {
        return String.format(Locale.ROOT, "%064x", ++ids);
    }

    /** {@return the next second; a pretended engine has no clock} */
    String now() {
        return Instant.ofEpochSecond(1_700_000_000L + ++seconds).toString();
    }

    Map<String, @Nullable Object> container(String id) {
        return findContainer(id).orElseThrow(() -> new EngineNotFoundException("No such container: " + id));
    }

    Optional<Map<String, @Nullable Object>> findContainer(String id) {
        return containers.values().stream()
                .filter(it -> ("/" + id).equals(it.get("Name"))
                        || String.valueOf(it.get("Id")).startsWith(id))
                .findFirst();
    }

    Map<String, @Nullable Object> network(String id) {
        return findNetwork(id).orElseThrow(() -> new EngineNotFoundException("network " + id + " not found"));
    }

    Optional<Map<String, @Nullable Object>> findNetwork(String id) {
        return networks.values().stream()
                .filter(it -> id.equals(it.get("Name")) || id.equals(it.get("Id")))
                .findFirst();
    }

    void failIfNameIsTaken(String name) {
        if (containers.values().stream().anyMatch(it -> ("/" + name).equals(it.get("Name")))) {
            throw new EngineConflictException(
                    "Conflict. The container name \"/" + name + "\" is already in use by another container.");
        }
    }

    void listen(RecordedEvents listener) {
        listeners.add(listener);
    }

    void forget(RecordedEvents listener) {
        listeners.remove(listener);
    }

    /** Tells the listeners what happened to a container. */
    void tell(Map<String, @Nullable Object> container, String action, Map<String, String> more) {
        JsonObject raw = new JsonObject(container);
        Map<String, String> attributes =
                new LinkedHashMap<>(raw.object("Config").stringMap("Labels"));
        attributes.put("name", raw.string("Name").substring(1));
        attributes.put("image", raw.object("Config").string("Image"));
        attributes.putAll(more);
        EngineEvent event = new EngineEvent(
                "container", action, raw.string("Id"), attributes, Instant.parse(now()), JsonObject.EMPTY);
        listeners.forEach(listener -> listener.offer(event));
    }

    void closeListeners() {
        listeners.forEach(RecordedEvents::close);
    }
}
