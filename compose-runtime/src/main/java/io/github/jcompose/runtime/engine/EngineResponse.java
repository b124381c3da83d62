package io.github.jcompose.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to an {@link EngineRequest}; one with an error status is thrown instead.
 *
 * @param status the HTTP status, below 400
 * @param headers by name in lower case
 * @param content must be read to its end or closed
 */
public record EngineResponse(int status, Map<String, String> headers, InputStream content) implements AutoCloseable {
    /** {@return the header; empty if it is not there} */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
