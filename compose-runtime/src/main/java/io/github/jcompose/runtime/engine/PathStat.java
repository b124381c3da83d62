package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A file in a container ({@code X-Docker-Container-Path-Stat}).
 *
 * @param name without its folder
 * @param size in bytes
 * @param mode Go's file mode: the permission bits and, above them, the kind
 * @param modified when; empty if not told
 * @param linkTarget of a symbolic link; empty for anything else
 */
public record PathStat(String name, long size, long mode, Optional<Instant> modified, String linkTarget) {
    private static final long DIRECTORY = 1L << 31;
    private static final long SYMLINK = 1L << 27;

    /** {@return the file that the header tells} */
    public static PathStat of(JsonObject raw) {
        return new PathStat(
                raw.string("name"),
                raw.number("size"),
                raw.number("mode"),
                raw.instant("mtime"),
                raw.string("linkTarget"));
    }

    /** {@return whether it is a folder} */
    public boolean isDirectory() {
        return (mode & DIRECTORY) != 0;
    }

    /** {@return whether it is a symbolic link} */
    public boolean isSymbolicLink() {
        return (mode & SYMLINK) != 0;
    }
}
