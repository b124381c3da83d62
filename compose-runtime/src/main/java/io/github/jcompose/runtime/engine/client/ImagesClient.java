package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.ImageSummary;
import io.github.jcompose.runtime.engine.Images;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.error.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The images of an engine over HTTP. */
final class ImagesClient implements Images {
    private static final String AUTH = "X-Registry-Auth";

    private final Session session;

    ImagesClient(Session session) {
        this.session = session;
    }

    @Override
    public List<ImageSummary> list(Filters filters) {
        return session.list(get("/images/json").filters(filters).flag("manifests", tellsManifests())).stream()
                .map(ImageSummary::of)
                .toList();
    }

    @Override
    public Optional<ImageDetails> find(String name) {
        return session.find(get("/images/" + name + "/json").flag("manifests", tellsManifests()))
                .map(ImageDetails::of);
    }

    private boolean tellsManifests() {
        return session.info().apiVersion().atLeast("1.48");
    }

    @Override
    public void pull(
            String name, @Nullable String platform, @Nullable String registryAuth, Consumer<PullProgress> progress) {
        ImageName image = ImageName.parse(name);
        follow(
                post("/images/create")
                        .query("fromImage", image.repository())
                        // Without a tag the engine fetches all of them.
                        .query("tag", image.version())
                        .query("platform", platform)
                        .header(AUTH, registryAuth),
                progress);
    }

    @Override
    public void push(String name, @Nullable String registryAuth, Consumer<PullProgress> progress) {
        ImageName image = ImageName.parse(name);
        // The engine insists on the header, even without credentials.
        String auth = registryAuth == null ? "e30=" : registryAuth;
        follow(
                post("/images/" + image.repository() + "/push")
                        .query("tag", image.tag())
                        .header(AUTH, auth),
                progress);
    }

    private void follow(EngineRequest request, Consumer<PullProgress> progress) {
        try (MessageStream<JsonObject> messages = JsonMessages.of(session, request.unlimited(), message -> message)) {
            for (JsonObject message = messages.next(); message != null; message = messages.next()) {
                JsonObject detail = message.object("errorDetail");
                String error = message.string("error").isEmpty() ? detail.string("message") : message.string("error");
                if (!error.isEmpty()) {
                    throw new EngineException(error, (int) detail.number("code"));
                }
                progress.accept(PullProgress.of(message));
            }
        }
    }

    @Override
    public void tag(String name, String target) {
        ImageName image = ImageName.parse(target);
        session.call(post("/images/" + name + "/tag")
                .query("repo", image.shortName())
                .query("tag", image.tag()));
    }

    @Override
    public void remove(String name, boolean force) {
        session.call(delete("/images/" + name).flag("force", force).unlimited());
    }

    @Override
    public String digest(String name, @Nullable String registryAuth) {
        return session.object(get("/distribution/" + name + "/json").header(AUTH, registryAuth))
                .object("Descriptor")
                .string("digest");
    }
}
