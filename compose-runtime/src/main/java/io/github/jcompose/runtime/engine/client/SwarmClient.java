package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.Swarm;
import io.github.jcompose.runtime.engine.SwarmNode;
import io.github.jcompose.runtime.engine.SwarmObjects;
import io.github.jcompose.runtime.engine.SwarmServices;
import io.github.jcompose.runtime.engine.SwarmTask;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The swarm of an engine over HTTP. */
final class SwarmClient implements Swarm {
    private final Session session;

    SwarmClient(Session session) {
        this.session = session;
    }

    @Override
    public JsonObject state() {
        return session.object(get("/info")).object("Swarm");
    }

    @Override
    public void init(Map<String, ?> body) {
        session.call(post("/swarm/init").json(body));
    }

    @Override
    public void join(Map<String, ?> body) {
        session.call(post("/swarm/join").json(body));
    }

    @Override
    public void leave(boolean force) {
        session.call(post("/swarm/leave").flag("force", force));
    }

    @Override
    public JsonObject inspect() {
        return session.object(get("/swarm"));
    }

    @Override
    public List<SwarmNode> nodes(Filters filters) {
        return session.list(get("/nodes").filters(filters)).stream()
                .map(SwarmNode::of)
                .toList();
    }

    @Override
    public void updateNode(SwarmNode node, Map<String, ?> spec) {
        session.call(post("/nodes/" + node.id() + "/update")
                .query("version", node.version())
                .json(spec));
    }

    @Override
    public void removeNode(String id, boolean force) {
        session.call(delete("/nodes/" + id).flag("force", force));
    }

    @Override
    public List<SwarmTask> tasks(Filters filters) {
        return session.list(get("/tasks").filters(filters)).stream()
                .map(SwarmTask::of)
                .toList();
    }

    @Override
    public SwarmServices services() {
        return new SwarmServicesClient(session);
    }

    @Override
    public SwarmObjects configs() {
        return new SwarmObjectsClient(session, "/configs");
    }

    @Override
    public SwarmObjects secrets() {
        return new SwarmObjectsClient(session, "/secrets");
    }

    @Override
    public JsonObject distribution(String image, @Nullable String registryAuth) {
        return session.object(get("/distribution/" + image + "/json").header("X-Registry-Auth", registryAuth));
    }
}
