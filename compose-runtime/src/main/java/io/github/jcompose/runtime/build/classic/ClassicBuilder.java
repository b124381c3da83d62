package io.github.jcompose.runtime.build.classic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.build.context.BaseImages;
import io.github.jcompose.runtime.build.context.LocalContext;
import io.github.jcompose.runtime.build.task.BuildListener;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.build.task.ImageBuilder;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.auth.Credential;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds with the builder that every engine has ({@code POST /build}). */
public final class ClassicBuilder implements ImageBuilder {
    private final Engine engine;
    private final Function<String, Optional<Credential>> credentials;
    private final String why;

    /**
     * @param credentials finds them by registry, a host with its port
     * @param why why this builder is used, for what it cannot do
     */
    public ClassicBuilder(Engine engine, Function<String, Optional<Credential>> credentials, String why) {
        this.engine = engine;
        this.why = why;
        this.credentials = credentials;
    }

    @Override
    public List<String> check(BuildTask task) {
        return ClassicLimits.check(task, why);
    }

    @Override
    public void build(BuildTask task, BuildListener listener) {
        BuildMessages messages = new BuildMessages(listener);
        try {
            if (task.isRemote()) {
                String registries = RegistryConfig.header(BaseImages.registries("", task.args()), credentials);
                follow(ClassicRequest.remote(task).header(RegistryConfig.NAME, registries), messages);
            } else {
                local(task, messages);
            }
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            throw new ComposeException(messages.failure(task, String.valueOf(e.getMessage())), e);
        } catch (ClosedByInterruptException e) {
            throw new EngineInterruptedException("interrupted while building image " + task.image(), e);
        } catch (IOException e) {
            throw new ComposeException(messages.failure(task, "lost the engine: " + e.getMessage()), e);
        }
    }

    private void local(BuildTask task, BuildMessages messages) throws IOException {
        Path folder = task.folder().resolve(task.context()).normalize();
        LocalContext context = LocalContext.of(task.where(), folder, task.build());
        String registries = RegistryConfig.header(BaseImages.registries(context.text(), task.args()), credentials);
        try (InputStream archive = context.archive()) {
            follow(
                    ClassicRequest.of(task, context.dockerfile())
                            .header(RegistryConfig.NAME, registries)
                            .tar(archive),
                    messages);
        }
    }

    private void follow(EngineRequest request, BuildMessages messages) throws IOException {
        try (EngineResponse answer = engine.request(request.unlimited());
                JsonParser parser = Json.stream(answer.content())) {
            for (Object next = Json.next(parser); next != null; next = Json.next(parser)) {
                messages.take(JsonObject.of(next));
            }
        } catch (JsonProcessingException e) {
            throw new EngineException("the engine's answer breaks off in the middle", 0, e);
        }
        messages.end();
    }
}
