package io.github.jcompose.runtime.copy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive that is not trusted: nothing is written outside the target, nor through a link, whatever the
 * archive and the files that are there say. Owners, devices and the bits for set-user-id are not taken over.
 */
final class Extraction {
    private static final int CHUNK = 1 << 16;

    private record Folder(Path path, int mode, FileTime modified) {}

    private final Path root;
    private final Consumer<String> warnings;
    private final boolean posix;
    private final List<Folder> folders = new ArrayList<>();
    private final Set<Path> safe = new HashSet<>();
    private @Nullable String first;

    /**
     * @param root the path that the first entry gets; all others must be below that entry
     * @param warnings hears of what is left out
     */
    Extraction(Path root, Consumer<String> warnings) {
        this.root = root;
        this.warnings = warnings;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Unpacks it to its end. */
    void unpack(InputStream archive) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = target(entry.getName());
            prepare(target);
            if (entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
                warnings.accept("left out " + entry.getName() + ": it is a device or a pipe");
            } else if (entry.isDirectory()) {
                folder(entry, target);
            } else if (entry.isSymbolicLink()) {
                makeRoom(target);
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                link(target, target(entry.getLinkName()));
            } else {
                file(entry, tar, target);
            }
        }
        // The innermost first: setting the time or taking away a permission must not be undone or in the way.
        for (int i = folders.size() - 1; i >= 0; i--) {
            Folder folder = folders.get(i);
            permit(folder.path(), folder.mode());
            Files.setLastModifiedTime(folder.path(), folder.modified());
        }
    }

    /** {@return where an entry of that name goes} */
    private Path target(String entryName) {
        List<String> parts = new ArrayList<>();
        for (String part : entryName.split("/")) {
            if (part.equals("..")) {
                throw outside(entryName);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String name = String.join("/", parts);
        String base = first;
        if (base == null) {
            first = name;
            return root;
        }
        if (name.equals(base)) {
            return root;
        }
        String prefix = base.isEmpty() ? "" : base + "/";
        if (!name.startsWith(prefix)) {
            throw outside(entryName);
        }
        Path target = root.resolve(name.substring(prefix.length())).normalize();
        if (!target.startsWith(root)) {
            throw outside(entryName);
        }
        return target;
    }

    private static ComposeException outside(String name) {
        return new ComposeException("refused to unpack " + name + ": it is outside of what was asked for");
    }

    /** Sees to it that all folders down to the target are folders indeed, and that there are any. */
    private void prepare(Path target) throws IOException {
        if (target.equals(root)) {
            return;
        }
        Path folder = root;
        check(folder);
        for (Path part : root.relativize(target.getParent())) {
            if (!part.toString().isEmpty()) {
                folder = folder.resolve(part);
                check(folder);
            }
        }
    }

    private void check(Path folder) throws IOException {
        if (safe.contains(folder)) {
            return;
        }
        if (Files.isSymbolicLink(folder)) {
            throw new ComposeException("refused to unpack through the link " + folder);
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ComposeException("cannot replace the file " + folder + " by a folder");
        }
        safe.add(folder);
    }

    private void folder(TarArchiveEntry entry, Path target) throws IOException {
        if (Files.isSymbolicLink(target)) {
            throw new ComposeException("cannot replace the link " + target + " by a folder");
        }
        check(target);
        folders.add(new Folder(target, entry.getMode(), entry.getLastModifiedTime()));
    }

    private void file(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        checkRoom(target);
        // Under another name first: what is there stays until the new content is complete.
        Path part = target.resolveSibling(".jcompose-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = create(part)) {
                byte[] chunk = new byte[CHUNK];
                for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                    write(out, chunk, count, target);
                }
            }
            permit(part, entry.getMode());
            Files.setLastModifiedTime(part, entry.getLastModifiedTime());
            checkRoom(target);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(OutputStream out, byte[] chunk, int count, Path target) throws IOException {
        try {
            out.write(chunk, 0, count);
        } catch (IOException e) {
            throw new IOException("cannot write " + target + ": " + IoReason.of(e), e);
        }
    }

    private OutputStream create(Path target) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // Nobody else reads it before it has its own permissions.
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Channels.newOutputStream(Files.newByteChannel(target, options, attributes));
    }

    private void link(Path target, Path existing) throws IOException {
        prepare(existing);
        if (!Files.isRegularFile(existing, LinkOption.NOFOLLOW_LINKS)) {
            throw new ComposeException("refused to unpack " + target + ": it is a link to " + existing
                    + ", which is no file of the archive");
        }
        if (target.equals(existing)) {
            return;
        }
        makeRoom(target);
        try {
            Files.createLink(target, existing);
        } catch (UnsupportedOperationException e) {
            Files.copy(existing, target);
        }
    }

    /** Removes a file or link that is in the way, and nothing else. */
    private static void makeRoom(Path target) throws IOException {
        checkRoom(target);
        Files.deleteIfExists(target);
    }

    private static void checkRoom(Path target) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ComposeException("cannot replace the folder " + target + " by a file");
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(target)) {
            throw new ComposeException("cannot replace " + target + ": it is a device, a pipe or a socket");
        }
    }

    private void permit(Path path, int mode) throws IOException {
        if (!posix) {
            return;
        }
        StringBuilder permissions = new StringBuilder("rwxrwxrwx");
        for (int i = 0; i < permissions.length(); i++) {
            if ((mode & (0400 >> i)) == 0) {
                permissions.setCharAt(i, '-');
            }
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions.toString()));
    }
}
