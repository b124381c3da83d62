package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.digest.Sha256;
import io.github.jcompose.runtime.engine.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The contexts that {@code docker context create} stores below the docker configuration. */
final class ContextStore {
    private final Path contexts;

    ContextStore(Path dockerConfig) {
        contexts = dockerConfig.resolve("contexts");
    }

    /**
     * One context's engine.
     *
     * @param host empty for the default one
     * @param tls empty if there are no TLS files
     */
    record Context(String host, Optional<TlsFiles> tls) {}

    Context find(String name) {
        String digest = Sha256.hex(name);
        Path meta = contexts.resolve("meta").resolve(digest).resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            throw new ComposeException("no docker context '" + name + "' in " + contexts
                    + "; 'docker context ls' shows those that are there");
        }
        JsonObject docker = DockerConfig.json(meta).object("Endpoints").object("docker");
        TlsFiles tls =
                TlsFiles.in(contexts.resolve("tls").resolve(digest).resolve("docker"), !docker.bool("SkipTLSVerify"));
        return new Context(docker.string("Host"), tls.exist() ? Optional.of(tls) : Optional.empty());
    }
}
