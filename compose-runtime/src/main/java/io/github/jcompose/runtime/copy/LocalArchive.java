package io.github.jcompose.runtime.copy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of this machine as a tar archive, made while it is read: however much it is, only the names of
 * the folders that are open are kept. Owners, permissions, times, links and hard links stay what they are.
 */
final class LocalArchive extends InputStream {
    private static final int CHUNK = 1 << 16;

    private record Waiting(Path path, String name) {}

    private final Deque<Deque<Waiting>> folders = new ArrayDeque<>();
    private final Map<String, String> firstNames = new HashMap<>();
    private final Made made = new Made();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
    private final byte[] chunk = new byte[CHUNK];
    private @Nullable LocalFile root;
    private final String rootName;
    private @Nullable InputStream content;
    private @Nullable Path contentPath;
    private long left;
    private boolean complete;

    /**
     * @param root is put in first, and all that is in it after it
     * @param name by which it goes in the archive; empty for what is in a folder without the folder itself
     */
    LocalArchive(LocalFile root, String name) {
        this.root = root;
        this.rootName = name;
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (made.available() == 0 && !complete) {
            goOn();
        }
        return length == 0 ? 0 : made.take(bytes, offset, length);
    }

    private void goOn() throws IOException {
        LocalFile first = root;
        if (first != null) {
            root = null;
            begin(first, rootName);
        } else if (content != null) {
            copy(content);
        } else if (folders.isEmpty()) {
            tar.close();
            complete = true;
        } else if (folders.getLast().isEmpty()) {
            folders.removeLast();
        } else {
            Waiting next = folders.getLast().removeFirst();
            begin(LocalFile.of(next.path(), LinkOption.NOFOLLOW_LINKS), next.name());
        }
    }

    private void begin(LocalFile file, String name) throws IOException {
        String known = file.identity().isEmpty() ? null : firstNames.putIfAbsent(file.identity(), name);
        if (known != null) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_LINK);
            link.setLinkName(known);
            put(file, link);
            return;
        }
        switch (file.kind()) {
            case FOLDER -> {
                if (!name.isEmpty()) {
                    put(file, new TarArchiveEntry(name + "/"));
                }
                folders.addLast(children(file.path(), name));
            }
            case FILE -> begin(file, new TarArchiveEntry(name));
            case LINK -> {
                TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                link.setLinkName(Files.readSymbolicLink(file.path()).toString().replace(File.separatorChar, '/'));
                put(file, link);
            }
            case PIPE -> put(file, new TarArchiveEntry(name, TarConstants.LF_FIFO));
            case CHARACTER_DEVICE -> put(file, device(file, name, TarConstants.LF_CHR));
            case BLOCK_DEVICE -> put(file, device(file, name, TarConstants.LF_BLK));
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

    private void begin(LocalFile file, TarArchiveEntry entry) throws IOException {
        content = Files.newInputStream(file.path());
        contentPath = file.path();
        left = file.size();
        entry.setSize(left);
        open(file, entry);
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

    private void put(LocalFile file, TarArchiveEntry entry) throws IOException {
        open(file, entry);
        tar.closeArchiveEntry();
    }

    private void open(LocalFile file, TarArchiveEntry entry) throws IOException {
        entry.setMode(file.mode());
        entry.setUserId(file.uid());
        entry.setGroupId(file.gid());
        entry.setNames("", "");
        entry.setLastModifiedTime(file.modified());
        tar.putArchiveEntry(entry);
    }

    private void copy(InputStream file) throws IOException {
        int count = left == 0 ? 0 : file.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (count < 0) {
            throw new IOException(contentPath + " became shorter while it was copied");
        }
        tar.write(chunk, 0, count);
        left -= count;
        if (left == 0) {
            file.close();
            content = null;
            tar.closeArchiveEntry();
        }
    }

    @Override
    public void close() throws IOException {
        complete = true;
        if (content != null) {
            content.close();
        }
    }

    /** What was made of the archive and not taken yet. */
    private static final class Made extends ByteArrayOutputStream {
        private int taken;

        synchronized int available() {
            return count - taken;
        }

        synchronized int take(byte[] bytes, int offset, int length) {
            if (taken == count) {
                return -1;
            }
            int some = Math.min(length, count - taken);
            System.arraycopy(buf, taken, bytes, offset, some);
            taken += some;
            if (taken == count) {
                reset();
                taken = 0;
            }
            return some;
        }
    }
}
