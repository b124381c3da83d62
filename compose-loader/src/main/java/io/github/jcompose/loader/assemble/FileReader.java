package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.loader.yaml.YamlReader;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads files under the limits of a load. */
public final class FileReader {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final Path workingDirectory;
    private final LoadLimits limits;
    private final Problems problems;
    private final @Nullable InputStream standardInput;
    private final RemoteFiles remote;
    private int files;

    /**
     * @param workingDirectory names in messages are relative to it
     * @param standardInput what the file {@code -} reads; null if there is none
     * @param remote knows the names of remote files
     */
    public FileReader(
            Path workingDirectory,
            LoadLimits limits,
            Problems problems,
            @Nullable InputStream standardInput,
            RemoteFiles remote) {
        this.remote = remote;
        this.workingDirectory = workingDirectory;
        this.limits = limits;
        this.problems = problems;
        this.standardInput = standardInput;
    }

    /** {@return the name of a file in messages} */
    public String nameOf(Path path) {
        String reference = remote.nameOf(path);
        if (reference != null) {
            return reference;
        }
        return path.startsWith(workingDirectory) && !path.equals(workingDirectory)
                ? workingDirectory.relativize(path).toString()
                : path.toString();
    }

    /** {@return the path that a text in a file stands for; null if no path can be like that, which is noted} */
    @Nullable
    Path path(String text, Node at, TreePath path) {
        try {
            return Path.of(text).normalize();
        } catch (InvalidPathException e) {
            problems.error(at, path, "no valid path: " + e.getReason());
            return null;
        }
    }

    /** {@return the remote files of the load} */
    public RemoteFiles remote() {
        return remote;
    }

    /**
     * {@return a compose file}
     *
     * @throws ComposeFileException if it cannot be read or is no YAML
     */
    public LoadedFile read(LocatedFile file) {
        Path path = file.path();
        String text = text(path);
        return parse(new Source(nameOf(path), text, file.confinement()), path, text);
    }

    /**
     * {@return standard input as a compose file}
     *
     * @throws ComposeFileException if it cannot be read or is no YAML
     */
    public LoadedFile readStandardInput() {
        try {
            byte[] bytes = standardInput == null ? new byte[0] : standardInput.readNBytes(limits.fileBytes() + 1);
            String text = decode("-", bytes);
            return parse(new Source("-", text), workingDirectory.resolve("-"), text);
        } catch (IOException e) {
            throw failed("-", "cannot read standard input: " + e.getMessage());
        }
    }

    private LoadedFile parse(Source source, Path path, String text) {
        if (++files > limits.files()) {
            problems.exhaust();
            throw failed(source.name(), "more than " + limits.files() + " files in one load");
        }
        return new LoadedFile(source, path, YamlReader.read(source, text, limits, problems));
    }

    /**
     * {@return the text of a file}
     *
     * @throws ComposeFileException if it cannot be read, is too large or is no UTF-8
     */
    public String text(Path path) {
        String name = nameOf(path);
        if (Files.isDirectory(path)) {
            throw failed(name, "is a directory, not a file");
        }
        try (InputStream input = Files.newInputStream(path)) {
            return decode(name, input.readNBytes(limits.fileBytes() + 1));
        } catch (NoSuchFileException e) {
            throw failed(name, "no such file");
        } catch (IOException e) {
            throw failed(name, "cannot be read: " + IoReason.of(e));
        }
    }

    private String decode(String name, byte[] bytes) {
        if (bytes.length > limits.fileBytes()) {
            throw failed(name, "larger than " + limits.fileBytes() + " bytes");
        }
        try {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) >= 0) {
                // It stands for bytes that are no UTF-8, unless the file has it itself.
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw failed(name, "is no UTF-8 text");
        }
    }

    private ComposeFileException failed(String name, String message) {
        return problems.fail(Location.ofFile(name), "", message, null);
    }
}
