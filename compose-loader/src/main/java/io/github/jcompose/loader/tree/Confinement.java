package io.github.jcompose.loader.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders that everything must lie in that a remote file names, symbolic links followed.
 *
 * @param reference where the file comes from, for messages
 * @param folders absolute, without symbolic links: what was fetched, and what the user gave it besides
 */
public record Confinement(String reference, List<Path> folders) {
    /** {@return whether the path lies in one of the folders, as far as it exists, and may come to exist there} */
    public boolean holds(Path path) {
        Path real = real(path.toAbsolutePath().normalize());
        return real != null && folders.stream().anyMatch(real::startsWith);
    }

    /** {@return what to say of a path that no folder holds} */
    public String refusal(String target) {
        return "a remote file must not name what is outside of it: " + target + " is not part of " + reference;
    }

    /** {@return the path without symbolic links; null if one leads nowhere} */
    private static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            Path name = path.getFileName();
            if (parent == null || name == null || Files.isSymbolicLink(path)) {
                return null;
            }
            Path above = real(parent);
            return above == null ? null : above.resolve(name);
        }
    }
}
