package io.github.jcompose.runtime.engine.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** Bytes that come a few at a time, as from a connection, and now and then not at all yet. */
final class Trickle extends InputStream {
    private final byte[] bytes;
    private final Random random;
    private final boolean patient;
    private int position;

    /** @param patient whether it waits for bytes rather than to say that there are none yet */
    Trickle(byte[] bytes, Random random, boolean patient) {
        this.bytes = bytes;
        this.random = random;
        this.patient = patient;
    }

    @Override
    public int read() {
        return position == bytes.length ? -1 : bytes[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        } else if (!patient && random.nextInt(4) == 0) {
            throw new NotYet();
        } else if (position == bytes.length) {
            return -1;
        }
        int count = Math.min(Math.min(length, bytes.length - position), 1 + random.nextInt(1 << random.nextInt(14)));
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    /** Nothing has come yet. */
    static final class NotYet extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
