package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.get;

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
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.Networks;
import io.github.jcompose.runtime.engine.Swarm;
import io.github.jcompose.runtime.engine.Volumes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An engine over HTTP. */
final class EngineClient implements Engine {
    private final Session session;
    private final Containers containers;
    private final Execs execs;
    private final Networks networks;
    private final Volumes volumes;
    private final Images images;

    EngineClient(Session session, Duration timeLimit) {
        this.session = session;
        containers = new ContainersClient(session, timeLimit);
        execs = new ExecsClient(session);
        networks = new NetworksClient(session);
        volumes = new VolumesClient(session);
        images = new ImagesClient(session);
    }

    @Override
    public EngineInfo info() {
        return session.info();
    }

    @Override
    public EngineVersion version() {
        return EngineVersion.of(session.object(get("/version")));
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
        return new SwarmClient(session);
    }

    @Override
    public MessageStream<EngineEvent> events(Filters filters, @Nullable Instant since, @Nullable Instant until) {
        EngineRequest request = get("/events")
                .filters(filters)
                .query("since", UnixTime.of(since == null ? localTime() : since))
                .query("until", UnixTime.of(until))
                .unlimited();
        return JsonMessages.of(session, request, EngineEvent::of);
    }

    /**
     * The engine answers a moment before it listens. It closes the gap from its memory if it is told the time, but
     * with another clock than ours it would tell too much of the past.
     */
    private @Nullable Instant localTime() {
        return "unix".equals(session.info().host().getScheme()) ? Instant.now() : null;
    }

    @Override
    public EngineResponse request(EngineRequest request) {
        return session.send(request);
    }

    @Override
    public Duplex upgrade(EngineRequest request, String protocol) {
        return session.upgrade(request, protocol);
    }

    @Override
    public void close() {
        session.close();
    }
}
