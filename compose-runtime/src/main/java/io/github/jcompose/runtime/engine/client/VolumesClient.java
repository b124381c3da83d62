package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.engine.Volumes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The volumes of an engine over HTTP. */
final class VolumesClient implements Volumes {
    private final Session session;

    VolumesClient(Session session) {
        this.session = session;
    }

    @Override
    public List<VolumeDetails> list(Filters filters) {
        return session.object(get("/volumes").filters(filters)).objects("Volumes").stream()
                .map(VolumeDetails::of)
                .toList();
    }

    @Override
    public Optional<VolumeDetails> find(String name) {
        return session.find(get("/volumes/" + name)).map(VolumeDetails::of);
    }

    @Override
    public VolumeDetails create(Map<String, ?> body) {
        return VolumeDetails.of(session.object(post("/volumes/create").json(body)));
    }

    @Override
    public void remove(String name, boolean force) {
        // Files of many gigabytes take their time.
        session.call(delete("/volumes/" + name).flag("force", force).unlimited());
    }
}
