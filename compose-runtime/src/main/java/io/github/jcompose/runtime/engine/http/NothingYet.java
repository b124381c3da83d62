package io.github.jcompose.runtime.engine.http;

import java.net.SocketTimeoutException;

/** Thrown by a read that was told not to wait. What was read before is kept, so the read can be done again. */
public final class NothingYet extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    NothingYet() {
        super("nothing has come yet");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Nothing is filled in: it is thrown often.
    public Throwable fillInStackTrace() {
        return this;
    }
}
