package io.github.jcompose.loader.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Asks again when a registry is in trouble for a moment. */
final class Attempts {
    private static final int MOST = 4;
    private static final long FIRST_PAUSE_MILLIS = 250;

    private Attempts() {}

    /**
     * {@return what the request gives in the end}
     *
     * @throws RemoteException if it fails for good, or too often
     */
    static <T> T of(Supplier<T> request) {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; true; attempt++) {
            try {
                return request.get();
            } catch (RemoteException e) {
                if (attempt == MOST || !isTransient(e)) {
                    throw e;
                }
                pause(pause, e);
                pause *= 3;
            }
        }
    }

    private static boolean isTransient(RemoteException failure) {
        if (failure instanceof RefusalException refusal) {
            return switch (refusal.status()) {
                case 408, 429, 500, 502, 503, 504 -> true;
                default -> false;
            };
        }
        Throwable cause = failure.getCause() instanceof ExecutionException e ? e.getCause() : failure.getCause();
        return cause instanceof IOException && !(cause instanceof SSLException || cause instanceof ConnectException);
    }

    private static void pause(long millis, RemoteException failure) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
