package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.EngineInfo;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.EngineVersion;
import io.github.jcompose.runtime.engine.Execs;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.Images;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.Networks;
import io.github.jcompose.runtime.engine.Swarm;
import io.github.jcompose.runtime.engine.Volumes;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An engine that keeps everything in memory and notes each call that would change something. A container that is
 * started runs, and is healthy if it has a health check, unless {@link #endOnStart} says otherwise.
 */
public final class RecordingEngine implements Engine {
    private final World world = new World();
    private final EngineInfo info;
    private final RecordedImages images;
    private final RecordedRuns runs = new RecordedRuns(world);
    private final Containers containers;
    private final Execs execs = new RecordedExecs(world);
    private final Networks networks = new RecordedNetworks(world);
    private final Volumes volumes = new RecordedVolumes(world);

    private RecordingEngine(EngineInfo info, Optional<Engine> behind) {
        this.info = info;
        this.images = new RecordedImages(world, behind);
        this.containers = new RecordedContainers(world, images, runs);
    }

    /** {@return an engine with nothing on it} */
    public static RecordingEngine empty(ApiVersion version) {
        URI host = URI.create("pretended:///");
        return new RecordingEngine(new EngineInfo(host, version, "linux", "", "", false), Optional.empty());
    }

    /**
     * {@return an engine that begins with what is on another one}, which is only read
     *
     * @param filters which containers to begin with; networks, volumes and images are all there
     */
    public static RecordingEngine over(Engine engine, Filters filters) {
        RecordingEngine recording = new RecordingEngine(engine.info(), Optional.of(engine));
        engine.containers().list(filters, true).stream()
                .flatMap(it -> engine.containers().find(it.id()).stream())
                .forEach(recording::add);
        engine.networks().list(Filters.none()).forEach(it -> recording.addNetwork(it.raw()));
        engine.volumes().list(Filters.none()).forEach(it -> recording.addVolume(it.raw()));
        return recording;
    }

    /** Puts a container there, without noting it. */
    public void add(ContainerDetails container) {
        synchronized (world) {
            world.containers.put(
                    container.id(), new LinkedHashMap<>(container.raw().map()));
        }
    }

    /** Puts a network there as an inspection tells it, without noting it. */
    public void addNetwork(JsonObject network) {
        synchronized (world) {
            world.networks.put(network.string("Id"), new LinkedHashMap<>(network.map()));
        }
    }

    /** Puts a volume there as an inspection tells it, without noting it. */
    public void addVolume(JsonObject volume) {
        synchronized (world) {
            world.volumes.put(volume.string("Name"), new LinkedHashMap<>(volume.map()));
        }
    }

    /** {@return the id of an image that is put there, without noting it} */
    public String addImage(String name) {
        return images.add(name);
    }

    /** Puts an image there as an inspection tells it, without noting it. */
    public void addImage(String name, Map<String, ?> inspection) {
        images.add(name, inspection);
    }

    /** {@return the calls that changed something, one line each, such as {@code create container shop-web-1}} */
    public List<String> calls() {
        return world.calls();
    }

    /** Calls the hook before each call that changes something; what it throws keeps the call from taking effect. */
    public void beforeEachCall(Consumer<String> hook) {
        world.hook(hook);
    }

    /** Lets so many more calls that change something take effect, then loses the connection for good. */
    public void dieAfter(int count) {
        int[] left = {count};
        world.hook(call -> {
            if (left[0]-- <= 0) {
                throw new EngineConnectionLostException("the pretended engine died before: " + call, null);
            }
        });
    }

    /** Decides which containers end as soon as they are started, and with which exit code. */
    public void endOnStart(Function<ContainerDetails, Optional<Integer>> decision) {
        runs.ending(decision);
    }

    /** Ends a container by itself. */
    public void end(String id, int exitCode) {
        synchronized (world) {
            runs.end(world.container(id), exitCode, "");
        }
    }

    /** Lets the health check of a container find something else. */
    public void health(String id, String status) {
        synchronized (world) {
            Map<String, @Nullable Object> container = world.container(id);
            Map<String, @Nullable Object> state = new LinkedHashMap<>(
                    new JsonObject(container).object("State").map());
            state.put("Health", Map.of("Status", status));
            container.put("State", state);
            world.tell(container, "health_status: " + status, Map.of());
        }
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public EngineVersion version() {
        return new EngineVersion("0.0.0", info.osType(), "amd64", JsonObject.EMPTY);
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Execs execs() {
        return execs;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Swarm swarm() {
        throw new EngineException("a pretended engine has no swarm", 0);
    }

    @Override
    public MessageStream<EngineEvent> events(Filters filters, @Nullable Instant since, @Nullable Instant until) {
        RecordedEvents events = new RecordedEvents(world, filters);
        world.listen(events);
        return events;
    }

    @Override
    public EngineResponse request(EngineRequest request) {
        throw new EngineException("a pretended engine has no " + request.method() + " " + request.path(), 0);
    }

    @Override
    public Duplex upgrade(EngineRequest request, String protocol) {
        throw new EngineException("a pretended engine has no " + request.method() + " " + request.path(), 0);
    }

    @Override
    public void close() {
        world.closeListeners();
    }
}
