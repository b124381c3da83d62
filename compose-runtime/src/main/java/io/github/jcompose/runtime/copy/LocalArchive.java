package io.github.jcompose.runtime.copy;

import io.github.jcompose.runtime.archive.ArchiveStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of this machine as a tar archive, made while it is read: however much it is, only the names of
 * the folders that are open are kept. Owners, permissions, times, links and hard links stay what they are.
 */
final class LocalArchive extends ArchiveStream {
    private record Waiting(Path path, String name) {}

    private final Deque<Deque<Waiting>> folders = new ArrayDeque<>();
    private final Map<String, String> firstNames = new HashMap<>();
    private @Nullable LocalFile root;
    private final String rootName;

    /**
     * @param root is put in first, and all that is in it after it
     * @param name by which it goes in the archive; empty for what is in a folder without the folder itself
     */
    LocalArchive(LocalFile root, String name) {
        super("copied");
        this.root = root;
        this.rootName = name;
    }

    @Override
    protected boolean putNext() throws IOException {
        LocalFile first = root;
        if (first != null) {
            root = null;
            begin(first, rootName);
        } else if (folders.isEmpty()) {
            return false;
        } else if (folders.getLast().isEmpty()) {
            folders.removeLast();
        } else {
            Waiting next = folders.getLast().removeFirst();
            begin(LocalFile.of(next.path(), LinkOption.NOFOLLOW_LINKS), next.name());
        }
        return true;
    }

    private void begin(LocalFile file, String name) throws IOException {
        String known = file.identity().isEmpty() ? null : firstNames.putIfAbsent(file.identity(), name);
        if (known != null) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_LINK);
            link.setLinkName(known);
            put(owned(link, file));
            return;
        }
        switch (file.kind()) {
            case FOLDER -> {
                if (!name.isEmpty()) {
                    put(owned(new TarArchiveEntry(name + "/"), file));
                }
                folders.addLast(children(file.path(), name));
            }
            case FILE ->
                put(
                        owned(new TarArchiveEntry(name), file),
                        Files.newInputStream(file.path()),
                        file.size(),
                        file.path());
            case LINK -> {
                TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                link.setLinkName(Files.readSymbolicLink(file.path()).toString().replace(File.separatorChar, '/'));
                put(owned(link, file));
            }
            case PIPE -> put(owned(new TarArchiveEntry(name, TarConstants.LF_FIFO), file));
            case CHARACTER_DEVICE -> put(owned(device(file, name, TarConstants.LF_CHR), file));
            case BLOCK_DEVICE -> put(owned(device(file, name, TarConstants.LF_BLK), file));
            case OTHER -> {
                // A socket, which no archive can hold.
            }
        }
    }

    private static TarArchiveEntry device(LocalFile file, String name, byte type) {
        TarArchiveEntry device = new TarArchiveEntry(name, type);
        device.setDevMajor(file.major());
        device.setDevMinor(file.minor());
        return device;
    }

    private static Deque<Waiting> children(Path folder, String name) throws IOException {
        List<Waiting> children = new ArrayList<>();
        String prefix = name.isEmpty() ? "" : name + "/";
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(path -> children.add(new Waiting(path, prefix + path.getFileName())));
        }
        Collections.sort(children, (a, b) -> a.name().compareTo(b.name()));
        return new ArrayDeque<>(children);
    }

    private static TarArchiveEntry owned(TarArchiveEntry entry, LocalFile file) {
        entry.setMode(file.mode());
        entry.setUserId(file.uid());
        entry.setGroupId(file.gid());
        entry.setNames("", "");
        entry.setLastModifiedTime(file.modified());
        return entry;
    }
}
