package io.github.jcompose.loader.remote;

import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folders by key, each complete from the moment that it can be seen, for one user only. */
final class Cache {
    private final Path folder;

    Cache(Path folder) {
        this.folder = folder;
    }

    /** Puts content into a new folder. */
    interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /** {@return the folder of the key; null if there is none yet} */
    @Nullable
    Path get(String kind, String key) {
        Path entry = folder.resolve(kind).resolve(key);
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        refuseSharedFolder();
        return real(entry);
    }

    /** {@return the folder of the key, with the content if it is new} */
    Path put(String kind, String key, Content content) {
        Path existing = get(kind, key);
        if (existing != null) {
            return existing;
        }
        try {
            Path parent = folder.resolve(kind);
            boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(parent, posix ? privately() : new FileAttribute<?>[0]);
            refuseSharedFolder();
            Path temporary = Files.createTempDirectory(parent, ".new-");
            try {
                content.writeTo(temporary);
                return real(publish(temporary, parent.resolve(key)));
            } finally {
                delete(temporary);
            }
        } catch (IOException e) {
            throw new RemoteException("cannot write to the cache in " + folder + ": " + IoReason.of(e), e);
        }
    }

    private static FileAttribute<?>[] privately() {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }

    private static Path publish(Path complete, Path entry) throws IOException {
        try {
            return Files.move(complete, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                // Someone else was faster; the key stands for the content.
                return entry;
            }
            throw e;
        }
    }

    /** What others can write, others can exchange for files of theirs. */
    private void refuseSharedFolder() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new RemoteException("the cache folder " + folder + " can be written by other users");
            }
        } catch (IOException e) {
            throw new RemoteException("cannot read the cache folder " + folder + ": " + IoReason.of(e), e);
        } catch (UnsupportedOperationException e) {
            // The file system has no such permissions.
            return;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new RemoteException("cannot read the cache folder " + path + ": " + IoReason.of(e), e);
        }
    }

    /** Deletes a folder and all in it; does nothing if it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
