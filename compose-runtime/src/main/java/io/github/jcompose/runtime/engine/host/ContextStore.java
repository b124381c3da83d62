package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        String digest = sha256(name);
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

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
