package io.github.jcompose.runtime.engine;

import java.io.IOException;
import java.io.InputStream;

/**
 * Files of a container as a tar archive ({@code GET /containers/{id}/archive}).
 *
 * @param stat what was asked for
 * @param tar must be closed
 */
public record Archive(PathStat stat, InputStream tar) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        tar.close();
    }
}
