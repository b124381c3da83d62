package io.github.jcompose.runtime.build.context;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A context as a tar archive, made while it is read. The same files give the same archive, whoever owns them: times
 * are in whole seconds, and everything belongs to root.
 */
final class ContextArchive extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int PLAIN_FILE = 0644;
    private static final int LINK = 0777;

    private final ContextWalk walk;
    private final Map<String, String> added;
    private final Iterator<Map.Entry<String, String>> toAdd;
    private final Made made = new Made();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
    private final byte[] chunk = new byte[CHUNK];
    private @Nullable InputStream file;
    private String name = "";
    private long left;
    private boolean complete;

    /**
     * @param added text files by name, in place of those of the context that have these names
     * @throws IOException if the folder cannot be read
     */
    ContextArchive(LocalContext context, Map<String, String> added) throws IOException {
        this.walk = new ContextWalk(context.folder(), context.ignore(), IncludedPaths.ALL);
        this.added = new TreeMap<>(added);
        this.toAdd = this.added.entrySet().iterator();
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
        if (file != null) {
            copy(file);
            return;
        }
        ContextFile next = walk.next();
        if (next != null) {
            if (!added.containsKey(next.name())) {
                begin(next);
            }
        } else if (toAdd.hasNext()) {
            add(toAdd.next());
        } else {
            tar.close();
            complete = true;
        }
    }

    private void begin(ContextFile next) throws IOException {
        switch (next.kind()) {
            case FOLDER -> {
                tar.putArchiveEntry(entry(next.name() + "/", next.mode(), next.modified()));
                tar.closeArchiveEntry();
            }
            case LINK -> {
                TarArchiveEntry link = new TarArchiveEntry(next.name(), TarConstants.LF_SYMLINK);
                link.setLinkName(Files.readSymbolicLink(next.path()).toString().replace(File.separatorChar, '/'));
                tar.putArchiveEntry(completed(link, LINK, next.modified()));
                tar.closeArchiveEntry();
            }
            default -> {
                InputStream content = next.open();
                TarArchiveEntry header = entry(next.name(), next.mode(), next.modified());
                header.setSize(next.size());
                tar.putArchiveEntry(header);
                file = content;
                name = next.name();
                left = next.size();
            }
        }
    }

    private void copy(InputStream content) throws IOException {
        int count = content.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (count < 0) {
            throw new IOException(name + " became shorter while it was sent");
        }
        tar.write(chunk, 0, count);
        left -= count;
        if (left == 0) {
            content.close();
            file = null;
            tar.closeArchiveEntry();
        }
    }

    private void add(Map.Entry<String, String> text) throws IOException {
        byte[] content = text.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry header = entry(text.getKey(), PLAIN_FILE, FileTime.fromMillis(0));
        header.setSize(content.length);
        tar.putArchiveEntry(header);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry entry(String name, int mode, FileTime modified) {
        return completed(new TarArchiveEntry(name), mode, modified);
    }

    private static TarArchiveEntry completed(TarArchiveEntry entry, int mode, FileTime modified) {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(modified.to(TimeUnit.SECONDS), TimeUnit.SECONDS));
        return entry;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        complete = true;
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
