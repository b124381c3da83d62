package io.github.jcompose.runtime.engine.http;

import io.github.jcompose.runtime.engine.EngineRequest;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/** The body of a request; tells trouble with the caller's stream from trouble with the connection. */
final class RequestBody extends InputStreamEntity {
    private final Content content;

    private RequestBody(Content content, EngineRequest.Body body) {
        super(content, body.length(), ContentType.parse(body.type()));
        this.content = content;
    }

    static RequestBody of(EngineRequest.Body body) {
        return new RequestBody(new Content(body.content()), body);
    }

    /**
     * Closes the connection if the stream cannot be read to its end. Otherwise the library would end the body
     * properly, and the engine would take the half for the whole.
     */
    void sendOver(Closeable connection) {
        content.connection = connection;
    }

    private static final class Content extends FilterInputStream {
        private Closeable connection = () -> {};

        Content(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private Unreadable unreadable(IOException cause) {
            Quietly.close(connection);
            return new Unreadable(cause);
        }
    }

    /** The caller's stream cannot be read, so there is no request to answer. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
