package io.github.jcompose.runtime.engine.http;

import io.github.jcompose.runtime.engine.Duplex;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is left of a connection after a change of protocol. */
final class RawConnection implements Duplex {
    private final Connection connection;
    private final InputStream input;
    private final OutputStream output;
    private final AtomicBoolean outputClosed = new AtomicBoolean();

    /**
     * @param body begins with what came together with the head of the answer
     */
    RawConnection(Connection connection, ResponseBody body) throws IOException {
        this.connection = connection;
        this.input = body;
        this.output = new Output(connection.output());
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void closeOutput() throws IOException {
        if (outputClosed.compareAndSet(false, true)) {
            connection.shutdownOutput();
        }
    }

    @Override
    public void close() {
        Quietly.close(input);
    }

    private final class Output extends FilterOutputStream {
        Output(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            closeOutput();
        }
    }
}
