package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The images of an engine. A name is an image reference as a user writes it. Credentials are the value of the
 * header {@code X-Registry-Auth}, null for none.
 */
public interface Images {
    /** {@return the images ({@code GET /images/json})} */
    List<ImageSummary> list(Filters filters);

    /** {@return the image; empty if it is not on the engine ({@code GET /images/{name}/json})} */
    Optional<ImageDetails> find(String name);

    /**
     * Fetches an image; interrupting the thread ends it ({@code POST /images/create}).
     *
     * @param name without tag and digest for {@code latest}
     * @param platform such as {@code linux/arm64}; null for the engine's own
     * @param progress called on this thread
     * @throws io.github.jcompose.runtime.error.EngineException also if the pull fails on its way
     */
    void pull(String name, @Nullable String platform, @Nullable String registryAuth, Consumer<PullProgress> progress);

    /**
     * Sends an image to its registry ({@code POST /images/{name}/push}).
     *
     * @param progress called on this thread
     * @throws io.github.jcompose.runtime.error.EngineException also if the push fails on its way
     */
    void push(String name, @Nullable String registryAuth, Consumer<PullProgress> progress);

    /** Gives an image another name ({@code POST /images/{name}/tag}). */
    void tag(String name, String target);

    /** Removes an image or one name of it ({@code DELETE /images/{name}}). */
    void remove(String name, boolean force);

    /** {@return the digest of the image in its registry, with {@code sha256:} ({@code GET /distribution/{name}/json})} */
    String digest(String name, @Nullable String registryAuth);
}
