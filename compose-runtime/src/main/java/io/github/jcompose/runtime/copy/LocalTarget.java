package io.github.jcompose.runtime.copy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.PathStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out where on this machine a copy goes, by the rules of {@code cp}. */
final class LocalTarget {
    private final PathStat source;
    private final String sourceName;
    private final boolean contentOnly;
    private final String shownSource;

    /**
     * @param sourceName the name that the copy gets in a folder; empty for the root of a container
     * @param contentOnly whether what is in the source folder is meant, not the folder
     */
    LocalTarget(PathStat source, String sourceName, boolean contentOnly, String shownSource) {
        this.source = source;
        this.sourceName = sourceName;
        this.contentOnly = contentOnly || sourceName.isEmpty();
        this.shownSource = shownSource;
    }

    /**
     * {@return the path that the source itself gets}
     *
     * @param mustBeFolder whether the destination was written so that it can only mean a folder
     */
    Path of(Path destination, boolean mustBeFolder) throws IOException {
        Path path = destination.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            Path folder = path.toRealPath();
            return source.isDirectory() && contentOnly ? folder : folder.resolve(sourceName);
        }
        if (Files.exists(path)) {
            if (source.isDirectory()) {
                throw new ComposeException("cannot copy the folder " + shownSource + " to the file " + destination);
            }
            if (mustBeFolder) {
                throw new ComposeException(destination + " is not a folder");
            }
            return path.toRealPath();
        }
        Path parent = path.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ComposeException("there is no folder " + parent + " to copy " + shownSource + " to");
        }
        if (mustBeFolder && !source.isDirectory()) {
            throw new ComposeException(
                    "there is no folder " + path + " to copy the file " + shownSource + " to; create it first");
        }
        if (Files.isSymbolicLink(path)) {
            throw new ComposeException(
                    destination + " is a link to " + Files.readSymbolicLink(path) + ", which does not exist");
        }
        return parent.toRealPath().resolve(path.getFileName());
    }
}
