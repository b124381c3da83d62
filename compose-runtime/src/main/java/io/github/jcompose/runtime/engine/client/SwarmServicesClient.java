package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services of a swarm over HTTP. */
final class SwarmServicesClient implements SwarmServices {
    private static final String AUTH = "X-Registry-Auth";

    private final Session session;

    SwarmServicesClient(Session session) {
        this.session = session;
    }

    @Override
    public List<SwarmService> list(Filters filters) {
        return session.list(get("/services").query("status", "true").filters(filters)).stream()
                .map(SwarmService::of)
                .toList();
    }

    @Override
    public Optional<SwarmService> find(String id) {
        return session.find(get("/services/" + id)).map(SwarmService::of);
    }

    @Override
    public List<String> create(Map<String, ?> spec, @Nullable String registryAuth) {
        JsonObject answer = session.object(
                post("/services/create").header(AUTH, registryAuth).json(spec));
        return warnings(answer);
    }

    private static List<String> warnings(JsonObject answer) {
        List<String> warnings = new ArrayList<>(answer.strings("Warnings"));
        warnings.addAll(answer.strings("Warning"));
        warnings.removeIf(String::isEmpty);
        return warnings;
    }

    @Override
    public List<String> update(SwarmService service, Map<String, ?> spec, @Nullable String registryAuth) {
        EngineRequest request = request(service)
                // Without new credentials the old ones stay: a task that is started anew may need them.
                .query("registryAuthFrom", registryAuth == null ? "spec" : null)
                .header(AUTH, registryAuth)
                .json(spec);
        return warnings(session.object(request));
    }

    private static EngineRequest request(SwarmService service) {
        return post("/services/" + service.id() + "/update").query("version", service.version());
    }

    @Override
    public void rollback(SwarmService service) {
        session.call(request(service)
                .query("rollback", "previous")
                .json(service.spec().map()));
    }

    @Override
    public void remove(String id) {
        session.call(delete("/services/" + id));
    }

    @Override
    public FrameStream logs(SwarmService service, LogOptions options) {
        boolean tty = service.taskTemplate().object("ContainerSpec").bool("TTY");
        EngineRequest request = get("/services/" + service.id() + "/logs")
                .flag("details", true)
                .flag("follow", options.follow())
                .flag("stdout", options.stdout())
                .flag("stderr", options.stderr())
                .flag("timestamps", options.timestamps())
                .query("since", UnixTime.of(options.since()))
                .query("tail", options.tail() < 0 ? "all" : options.tail())
                .unlimited();
        return new LogStream(session, request, tty);
    }
}
