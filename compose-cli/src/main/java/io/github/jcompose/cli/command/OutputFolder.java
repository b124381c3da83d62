package io.github.jcompose.cli.command;

import io.github.jcompose.kubernetes.manifest.ManifestFile;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that manifests are written to.
 *
 * <p>Objects of an earlier conversion that the project does not have any more are removed, so that they are not applied
 * again. They are known by their label; nothing else in the folder is touched.
 */
final class OutputFolder {
    private static final List<String> MARKS = List.of(
            "app.kubernetes.io/managed-by: jcompose\n",
            "app.kubernetes.io/managed-by: {{ .Release.Service | quote }}\n");

    private final Path folder;

    OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return how many files were written}
     *
     * @throws ComposeException if the folder cannot be written
     */
    int write(List<ManifestFile> files) {
        try {
            Files.createDirectories(folder);
            Set<Path> written = new HashSet<>();
            for (ManifestFile file : files) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.resolveSibling(""));
                WholeFile.write(path, file.text());
                written.add(path);
            }
            for (String parent : List.of("", "base", "templates")) {
                removeStale(folder.resolve(parent), written);
            }
            return files.size();
        } catch (IOException e) {
            throw new ComposeException("cannot write to " + folder + ": " + IoReason.withFile(e), e);
        }
    }

    private static void removeStale(Path directory, Set<Path> written) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> Files.isRegularFile(path) && !written.contains(path))
                    .toList();
        }
        for (Path file : files) {
            if (isOurs(file)) {
                Files.delete(file);
            }
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return MARKS.stream().anyMatch(text::contains);
        } catch (MalformedInputException e) {
            return false;
        }
    }
}
