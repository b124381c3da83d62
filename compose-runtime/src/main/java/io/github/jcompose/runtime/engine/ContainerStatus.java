package io.github.jcompose.runtime.engine;

import java.util.Locale;

/** What a container is doing. */
public enum ContainerStatus {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD,
    /** A word that is not known. */
    UNKNOWN;

    /** {@return the status that the engine's word means} */
    public static ContainerStatus of(String word) {
        for (ContainerStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        // Podman's own words.
        return switch (word) {
            case "configured", "initialized" -> CREATED;
            case "stopped" -> EXITED;
            default -> UNKNOWN;
        };
    }

    /** {@return the engine's word, such as {@code running}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
