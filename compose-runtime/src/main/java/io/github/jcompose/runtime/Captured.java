package io.github.jcompose.runtime;

import io.github.jcompose.runtime.session.ExecResult;
import io.github.jcompose.runtime.session.Streams;
import java.io.ByteArrayOutputStream;
import java.util.function.ToIntFunction;

/** Keeps in memory what a process writes. */
final class Captured {
    private Captured() {}

    /**
     * {@return what the process did}
     *
     * @param process takes the streams and gives the exit code
     */
    static ExecResult of(ToIntFunction<Streams> process) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = process.applyAsInt(Streams.of(null, out, err));
        return new ExecResult(code, out.toByteArray(), err.toByteArray());
    }
}
