package io.github.jcompose.runtime.build.context;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.digest.Sha256;
import io.github.jcompose.model.failure.IoReason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder to build from.
 *
 * @param folder without links
 * @param dockerfile the name of the Dockerfile in the archive
 * @param text the content of the Dockerfile
 * @param outside whether the Dockerfile is not in the folder
 * @param ignore what is left out
 * @param file the Dockerfile; null if it is in the compose file
 */
public record LocalContext(
        Path folder,
        String dockerfile,
        String text,
        boolean outside,
        DockerIgnore ignore,
        @Nullable Path file) {
    private static final String IGNORE = ".dockerignore";
    private static final String USUAL = "Dockerfile";
    private static final int SHORT_HASH = 20;

    /**
     * {@return the context of the build}
     *
     * @param where what is built, for messages
     * @throws ComposeException if the folder or the Dockerfile is not there
     */
    public static LocalContext of(String where, Path folder, Build build) {
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? folder + " is no folder" : "there is no folder " + folder;
            throw new ComposeException(where + ".context: " + problem);
        }
        try {
            Path root = folder.toRealPath();
            String inline = build.dockerfileInline();
            if (inline != null) {
                return outside(root, inline, null);
            }
            Path file = dockerfile(root, build.dockerfile());
            if (!Files.isRegularFile(file)) {
                throw new ComposeException(where + ".dockerfile: there is no file " + file);
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            boolean inside = file.startsWith(root) && file.toRealPath().startsWith(root);
            if (!inside) {
                return outside(root, text, file);
            }
            String name = root.relativize(file).toString().replace(File.separatorChar, '/');
            return new LocalContext(root, name, text, false, ignore(root, file, List.of(name, IGNORE)), file);
        } catch (IOException e) {
            throw new ComposeException(where + ": cannot read " + IoReason.withFile(e), e);
        }
    }

    private static Path dockerfile(Path root, @Nullable String name) {
        Path file = root.resolve(name == null || name.isEmpty() ? USUAL : name).normalize();
        Path small = root.resolve("dockerfile");
        return file.equals(root.resolve(USUAL)) && !Files.exists(file) && Files.exists(small) ? small : file;
    }

    private static LocalContext outside(Path root, String text, @Nullable Path file) throws IOException {
        // A name out of the content, so that the same build sends the same archive.
        return new LocalContext(
                root, ".dockerfile." + hash(text), text, true, ignore(root, file, List.of(IGNORE)), file);
    }

    private static DockerIgnore ignore(Path root, @Nullable Path dockerfile, List<String> kept) throws IOException {
        Path own = dockerfile == null
                ? root.resolve(IGNORE)
                : dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE);
        Path file = Files.isRegularFile(own) ? own : root.resolve(IGNORE);
        String text = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        return DockerIgnore.parse(text, file.toString(), kept);
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, SHORT_HASH);
    }

    /** {@return the archive to send, with a Dockerfile from elsewhere that no {@code COPY} gets to see} */
    public InputStream archive() throws IOException {
        if (!outside) {
            return new ContextArchive(this, Map.of());
        }
        Path own = folder.resolve(IGNORE);
        String ignored = Files.isRegularFile(own) ? Files.readString(own, StandardCharsets.UTF_8) : IGNORE;
        return new ContextArchive(this, Map.of(dockerfile, text, IGNORE, ignored + "\n" + dockerfile + "\n"));
    }
}
