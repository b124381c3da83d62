package io.github.jcompose.runtime.create;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The configs and secrets of a service that are no files on the host, as an archive to unpack at the root of a
 * container before each of its starts.
 */
public final class FileArchive {
    private static final int READABLE_BY_ALL = 0444;

    private final byte[] tar;
    private final boolean owners;

    private FileArchive(byte[] tar, boolean owners) {
        this.tar = tar;
        this.owners = owners;
    }

    /**
     * {@return the archive; empty if there is no such config or secret}
     *
     * @throws ComposeException if a variable is not set, or nothing can be written to the container
     */
    public static Optional<FileArchive> of(Project project, String key, Service service) {
        List<ServiceFile> files = ServiceFile.of(project, key, service).stream()
                .filter(file -> file.content() != null)
                .toList();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        if (service.readOnly()) {
            throw new ComposeException("services." + key + ": cannot put "
                    + files.get(0).target()
                    + " into the container: its file system is read-only (read_only: true);"
                    + " take the config or secret from a file");
        }
        boolean owners = files.stream()
                .anyMatch(f -> f.reference().uid() != null || f.reference().gid() != null);
        return Optional.of(new FileArchive(tar(key, files), owners));
    }

    /** {@return the archive, from its beginning} */
    public InputStream tar() {
        return new ByteArrayInputStream(tar);
    }

    /** {@return whether a file in it has an owner of its own} */
    public boolean owners() {
        return owners;
    }

    private static byte[] tar(String key, List<ServiceFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (ServiceFile file : files) {
                String text = file.content();
                byte[] content = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
                FileReference reference = file.reference();
                TarArchiveEntry entry = new TarArchiveEntry(file.target());
                entry.setSize(content.length);
                entry.setMode(
                        reference.mode() == null
                                ? READABLE_BY_ALL
                                : reference.mode().bits());
                entry.setIds(owner(key, reference.uid()), owner(key, reference.gid()));
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int owner(String key, @Nullable String id) {
        try {
            return id == null || id.isEmpty() ? 0 : Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new ComposeException("services." + key + ": uid or gid '" + id + "' is no number", e);
        }
    }
}
