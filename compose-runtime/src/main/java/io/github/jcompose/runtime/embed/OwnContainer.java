package io.github.jcompose.runtime.embed;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The container that this process runs in, if it does. */
final class OwnContainer {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    /**
     * Engines mount their own {@code hostname} or {@code resolv.conf} into each container, from a folder of its id.
     * Where an engine runs beside this process, the mounts of its containers are seen as well, at other places.
     */
    private static final Pattern ID = Pattern.compile(
            "/(?:containers|overlay-containers)/([0-9a-f]{64})/\\S+ /etc/(?:hostname|hosts|resolv\\.conf) ");

    private OwnContainer() {}

    /** {@return whether this process runs in a container} */
    static boolean isInside() {
        return Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
    }

    /** {@return the container, if this process runs in one that the engine knows} */
    static Optional<ContainerDetails> on(Engine engine) {
        if (!isInside()) {
            return Optional.empty();
        }
        try {
            return id(Files.readString(MOUNTS, StandardCharsets.ISO_8859_1))
                    .flatMap(id -> engine.containers().find(id));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return the id that the mounts of a container tell} */
    static Optional<String> id(String mounts) {
        Matcher matcher = ID.matcher(mounts);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
