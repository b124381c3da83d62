package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.SwarmObject;
import io.github.jcompose.runtime.engine.SwarmObjects;
import java.util.List;
import java.util.Map;

/** The configs or secrets of a swarm over HTTP. */
final class SwarmObjectsClient implements SwarmObjects {
    private final Session session;
    private final String path;

    /**
     * @param path {@code /configs} or {@code /secrets}
     */
    SwarmObjectsClient(Session session, String path) {
        this.session = session;
        this.path = path;
    }

    @Override
    public List<SwarmObject> list(Filters filters) {
        return session.list(get(path).filters(filters)).stream()
                .map(SwarmObject::of)
                .toList();
    }

    @Override
    public String create(Map<String, ?> body) {
        return session.object(post(path + "/create").json(body)).string("ID");
    }

    @Override
    public void update(SwarmObject object, Map<String, ?> body) {
        session.call(post(path + "/" + object.id() + "/update")
                .query("version", object.version())
                .json(body));
    }

    @Override
    public void remove(String id) {
        session.call(delete(path + "/" + id));
    }
}
