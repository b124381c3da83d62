package io.github.jcompose.runtime.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A tar archive, made while it is read. Who extends it says what comes next. */
public abstract class ArchiveStream extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final String use;
    private final Made made = new Made();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
    private final byte[] chunk = new byte[CHUNK];
    private @Nullable InputStream content;
    private Object contentName = "";
    private long left;
    private boolean complete;

    /**
     * @param use what is done with the files, for messages: {@code copied}, {@code sent}
     */
    protected ArchiveStream(String use) {
        this.use = use;
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /**
     * Puts at most one more entry into the archive.
     *
     * @return false if there is none left
     */
    protected abstract boolean putNext() throws IOException;

    /** Puts an entry without content. */
    protected final void put(TarArchiveEntry entry) throws IOException {
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /** Puts an entry with that content. */
    protected final void put(TarArchiveEntry entry, byte[] bytes) throws IOException {
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /**
     * Puts an entry whose content is read when it is its turn.
     *
     * @param stream is closed at its end
     * @param size how many bytes of it are taken
     * @param name of the file, for messages
     */
    protected final void put(TarArchiveEntry entry, InputStream stream, long size, Object name) throws IOException {
        content = stream;
        contentName = name;
        left = size;
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (made.available() == 0 && !complete) {
            if (content != null) {
                copy(content);
            } else if (!putNext()) {
                tar.close();
                complete = true;
            }
        }
        return length == 0 ? 0 : made.take(bytes, offset, length);
    }

    private void copy(InputStream stream) throws IOException {
        int count = left == 0 ? 0 : stream.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (count < 0) {
            throw new IOException(contentName + " became shorter while it was " + use);
        }
        tar.write(chunk, 0, count);
        left -= count;
        if (left == 0) {
            stream.close();
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
