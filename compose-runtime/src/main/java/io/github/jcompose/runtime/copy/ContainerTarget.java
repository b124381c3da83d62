package io.github.jcompose.runtime.copy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.PathStat;
import java.util.Optional;

/**
 * Where in a container a copy goes, by the rules of {@code cp}.
 *
 * @param folder the folder in which the archive is unpacked
 * @param name the name that the source gets in the archive; empty if only what is in it is put there
 */
record ContainerTarget(String folder, String name) {
    private static final int MAX_LINKS = 40;

    /** A destination, with the links that lead to it followed. */
    private record Resolved(String path, Optional<PathStat> stat) {
        boolean isFolder() {
            return stat.isPresent() && stat.get().isDirectory();
        }
    }

    /**
     * {@return where a copy of the file goes}
     *
     * @param sourceName the name that the copy gets in a folder; empty if what is in the source folder is meant
     * @param shown the container and path, for messages
     */
    static ContainerTarget of(
            Containers containers, String id, String destination, LocalFile source, String sourceName, String shown) {
        Resolved resolved = resolve(containers, id, destination, shown);
        boolean folder = source.kind() == LocalFile.Kind.FOLDER;
        if (resolved.isFolder()) {
            return new ContainerTarget(resolved.path(), sourceName);
        }
        if (resolved.stat().isPresent() && folder) {
            throw new ComposeException("cannot copy the folder " + source.path() + " to the file " + shown);
        }
        if (!folder && ContainerPath.meansFolder(destination)) {
            throw new ComposeException(
                    resolved.stat().isPresent() ? shown + " is not a folder" : "there is no folder " + shown);
        }
        String parent = ContainerPath.parent(resolved.path());
        if (resolved.stat().isEmpty() && !resolve(containers, id, parent, shown).isFolder()) {
            throw new ComposeException("there is no folder " + parent + " in the container to copy to " + shown);
        }
        return new ContainerTarget(parent, ContainerPath.name(resolved.path()));
    }

    /** {@return the path of a folder in which an archive can be unpacked} */
    static String folder(Containers containers, String id, String destination, String shown) {
        Resolved resolved = resolve(containers, id, destination, shown);
        if (!resolved.isFolder()) {
            throw new ComposeException(
                    resolved.stat().isPresent()
                            ? shown + " is not a folder, so that no archive can be unpacked there"
                            : "there is no folder " + shown);
        }
        return resolved.path();
    }

    private static Resolved resolve(Containers containers, String id, String destination, String shown) {
        String path = ContainerPath.clean(destination);
        for (int i = 0; i < MAX_LINKS; i++) {
            Optional<PathStat> stat = containers.stat(id, path);
            if (stat.isEmpty() || !stat.get().isSymbolicLink()) {
                return new Resolved(path, stat);
            }
            path = ContainerPath.target(path, stat.get().linkTarget());
        }
        throw new ComposeException("too many links at " + shown);
    }

    /** {@return where the links lead that are at the path; the path itself if there is none} */
    static String followed(Containers containers, String id, String path, String shown) {
        return resolve(containers, id, path, shown).path();
    }
}
