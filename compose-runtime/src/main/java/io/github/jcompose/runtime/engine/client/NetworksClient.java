package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.Networks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The networks of an engine over HTTP. */
final class NetworksClient implements Networks {
    private final Session session;

    NetworksClient(Session session) {
        this.session = session;
    }

    @Override
    public List<NetworkDetails> list(Filters filters) {
        return session.list(get("/networks").filters(filters)).stream()
                .map(NetworkDetails::of)
                .toList();
    }

    @Override
    public Optional<NetworkDetails> find(String id) {
        return session.find(get("/networks/" + id)).map(NetworkDetails::of);
    }

    @Override
    public String create(Map<String, ?> body) {
        return session.object(post("/networks/create").json(body)).string("Id");
    }

    @Override
    public void remove(String id) {
        session.call(delete("/networks/" + id));
    }

    @Override
    public void connect(String id, String containerId, Map<String, ?> endpoint) {
        session.call(post("/networks/" + id + "/connect")
                .json(Map.of("Container", containerId, "EndpointConfig", endpoint)));
    }

    @Override
    public void disconnect(String id, String containerId, boolean force) {
        session.call(post("/networks/" + id + "/disconnect").json(Map.of("Container", containerId, "Force", force)));
    }
}
