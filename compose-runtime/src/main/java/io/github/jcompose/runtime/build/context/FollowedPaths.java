package io.github.jcompose.runtime.build.context;

import io.github.jcompose.runtime.archive.SlashPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what symbolic links in wanted paths lead to, since a link alone is of no use. */
public final class FollowedPaths {
    private static final int MOST_LINKS = 255;

    private final Path root;
    private final Set<String> found = new LinkedHashSet<>();
    private int links;

    private FollowedPaths(Path root) {
        this.root = root;
    }

    /**
     * {@return the paths and those that links on their way lead to, never out of the folder}
     *
     * @param paths may have wildcards
     * @throws IOException if the folder cannot be read
     */
    public static List<String> resolve(Path root, List<String> paths) throws IOException {
        FollowedPaths followed = new FollowedPaths(root);
        for (String path : paths) {
            followed.follow(SlashPath.normal(path));
        }
        return List.copyOf(followed.found);
    }

    private void follow(String path) throws IOException {
        if (!found.add(path.isEmpty() ? "." : path) || path.isEmpty()) {
            return;
        }
        String[] parts = path.split("/");
        List<String> reached = List.of("");
        for (int i = 0; i < parts.length; i++) {
            String rest = String.join("/", List.of(parts).subList(i + 1, parts.length));
            List<String> next = new ArrayList<>();
            for (String folder : reached) {
                for (String candidate : matches(folder, parts[i])) {
                    Path file = root.resolve(candidate);
                    if (Files.isSymbolicLink(file)) {
                        found.add(candidate);
                        followLink(folder, file, rest);
                    } else {
                        next.add(candidate);
                    }
                }
            }
            reached = next;
        }
    }

    private void followLink(String folder, Path link, String rest) throws IOException {
        if (++links > MOST_LINKS) {
            throw new IOException("too many symbolic links, or links in a circle, at " + link);
        }
        String target = Files.readSymbolicLink(link).toString().replace(File.separatorChar, '/');
        String start = target.startsWith("/") ? "" : folder;
        follow(SlashPath.normal(start + "/" + target + "/" + rest));
    }

    private List<String> matches(String folder, String part) throws IOException {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        if (part.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\')) {
            return List.of(prefix + part);
        }
        Path directory = root.resolve(folder);
        List<String> matches = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            IgnorePattern pattern = IgnorePattern.of(part, false);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    if (pattern.matches(name)) {
                        matches.add(prefix + name);
                    }
                }
            }
        }
        return matches;
    }
}
