package io.github.jcompose.runtime.engine.http;

import java.io.Closeable;
import java.io.IOException;

/** Closes what nothing more is expected of. */
final class Quietly {
    private Quietly() {}

    static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }
}
