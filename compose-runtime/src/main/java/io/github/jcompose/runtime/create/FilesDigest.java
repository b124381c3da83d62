package io.github.jcompose.runtime.create;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A digest of what the configs and secrets of a service hold. The configuration hash knows their names only, as that
 * of docker compose does.
 */
public final class FilesDigest {
    private static final int BUFFER = 64 * 1024;

    /** Starts the name of a config that is not the user's; it holds credentials, which may be other ones each time. */
    private static final String OWN = "#";

    private FilesDigest() {}

    /** {@return the digests by service; services without configs and secrets have none} */
    public static Map<String, String> of(Project project) {
        Map<String, String> digests = new TreeMap<>();
        project.services().forEach((key, service) -> {
            String digest = of(project, key, service);
            if (digest != null) {
                digests.put(key, digest);
            }
        });
        return digests;
    }

    /**
     * {@return the digest; null if the service has no configs and secrets}
     *
     * @throws io.github.jcompose.model.ComposeException if a variable is not set, or what is asked for needs a swarm
     */
    public static @Nullable String of(Project project, String key, Service service) {
        if (service.configs().isEmpty() && service.secrets().isEmpty()) {
            return null;
        }
        MessageDigest digest = Sha256.begun();
        for (ServiceFile file : ServiceFile.of(project, key, service)) {
            String source = file.reference().source();
            if (source != null && source.startsWith(OWN)) {
                continue;
            }
            digest.update((file.target() + "\0").getBytes(StandardCharsets.UTF_8));
            String content = file.content();
            if (content != null) {
                digest.update(content.getBytes(StandardCharsets.UTF_8));
            } else if (file.file() != null) {
                add(digest, Path.of(file.file()));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path file) {
        if (!Files.isRegularFile(file)) {
            return; // A folder, or missing, which the engine complains of.
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            // Who may not read it cannot tell whether it changed; the engine may well read it.
            digest.reset();
        }
    }
}
