package io.github.jcompose.kubernetes.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bind mount is of, where that can travel with the manifests.
 *
 * @param files the bytes by the path below the folder, or by the name of the single file
 * @param single whether it is one file, not a folder
 */
record BindMount(Map<String, byte[]> files, boolean single) {
    private static final int MOST_FILES = 200;

    /** {@return the files at the source; null if there are none, or more than one object can hold} */
    static @Nullable BindMount read(Path source) {
        try {
            if (Files.isRegularFile(source)) {
                return Files.size(source) > FileContent.LIMIT
                        ? null
                        : new BindMount(Map.of(String.valueOf(source.getFileName()), Files.readAllBytes(source)), true);
            }
            return Files.isDirectory(source) ? folder(source) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable BindMount folder(Path source) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(source)) {
            paths = walk.filter(path -> !Files.isDirectory(path))
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        long size = 0;
        for (Path path : paths) {
            size += Files.isRegularFile(path) ? Files.size(path) : FileContent.LIMIT + 1L;
        }
        if (paths.isEmpty() || paths.size() > MOST_FILES || size > FileContent.LIMIT) {
            return null;
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (Path path : paths) {
            files.put(source.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        }
        return new BindMount(files, false);
    }
}
