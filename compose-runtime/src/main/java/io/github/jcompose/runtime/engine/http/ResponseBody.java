package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer. Read to its end, it gives the connection back; closed before, it closes the connection,
 * since what is left may never end.
 */
final class ResponseBody extends InputStream implements PollableInput {
    private final InputStream content;
    private final ConnectionPool pool;
    private final AtomicReference<@Nullable Connection> connection;
    private final boolean keepAlive;

    ResponseBody(InputStream content, Connection connection, ConnectionPool pool, boolean keepAlive) {
        this.content = content;
        this.pool = pool;
        this.connection = new AtomicReference<>(connection);
        this.keepAlive = keepAlive;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (connection.get() == null) {
            return -1;
        }
        try {
            int count = content.read(bytes, offset, length);
            if (count < 0) {
                end(keepAlive);
            }
            return count;
        } catch (NothingYet e) {
            throw e;
        } catch (IOException e) {
            if (connection.get() == null && !pool.isClosed()) {
                return -1;
            }
            end(false);
            throw e;
        }
    }

    @Override
    public @Nullable SelectableChannel poll() throws IOException {
        Connection open = connection.get();
        SelectableChannel channel = open == null ? null : open.channel();
        if (open != null && channel != null) {
            open.readWithoutWaiting();
        }
        return channel;
    }

    private void end(boolean reusable) {
        Connection ended = connection.getAndSet(null);
        if (ended == null) {
            return;
        }
        if (reusable) {
            pool.release(ended);
        } else {
            pool.discard(ended);
        }
    }

    @Override
    public void close() {
        end(false);
    }
}
