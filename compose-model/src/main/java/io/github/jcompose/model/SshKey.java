package io.github.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * An SSH agent or key that a build may use.
 *
 * @param id the name that the Dockerfile uses
 * @param path the key file or agent socket; null for the user's default agent
 */
public record SshKey(String id, @Nullable String path) implements TreeValue {
    @Override
    public String toTree() {
        return path == null || path.isEmpty() ? id : id + "=" + path;
    }
}
