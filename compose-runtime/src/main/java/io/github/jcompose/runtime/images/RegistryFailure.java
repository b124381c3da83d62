package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.error.EngineUnreachableException;
import java.util.List;
import java.util.Locale;

/**
 * What went wrong between the engine and a registry. The engine passes on what the registry or the network said as
 * text only.
 *
 * @param message what the engine said
 */
record RegistryFailure(String message) {
    private static final List<String> TRANSIENT = List.of(
            "tls handshake timeout",
            "i/o timeout",
            "client.timeout exceeded",
            "context deadline exceeded",
            "connection reset by peer",
            "broken pipe",
            "unexpected eof",
            "use of closed network connection",
            "server misbehaving",
            "temporary failure in name resolution",
            "http2: server sent goaway",
            "toomanyrequests",
            "429 too many requests",
            "500 internal server error",
            "502 bad gateway",
            "503 service unavailable",
            "504 gateway time");

    private static final List<String> DENIED = List.of(
            "no basic auth credentials",
            "unauthorized",
            "authentication required",
            "access denied",
            "access to the resource is denied");

    /** {@return whether it may go well when it is tried again in a moment} */
    static boolean isTransient(EngineException failure) {
        if (failure instanceof EngineInterruptedException
                || failure instanceof EngineNotFoundException
                || failure instanceof EngineUnreachableException) {
            return false;
        }
        RegistryFailure said = new RegistryFailure(String.valueOf(failure.getMessage()));
        // A quota for hours is not over in a moment.
        return !said.has("pull rate limit")
                && (said.hasAny(TRANSIENT) || said.message().endsWith(": EOF"));
    }

    private boolean has(String words) {
        return message.toLowerCase(Locale.ROOT).contains(words);
    }

    private boolean hasAny(List<String> words) {
        return words.stream().anyMatch(this::has);
    }

    /**
     * {@return the message of a pull, with what the user may do}
     *
     * @param loggedIn whether credentials were sent
     */
    String ofPull(String image, boolean loggedIn) {
        String registry = ImageName.parse(image).registry();
        if (has("toomanyrequests") || has("pull rate limit")) {
            return message + "; the registry limits how much one may fetch: "
                    + (loggedIn ? "" : "log in to " + registry + " with 'docker login' for a higher limit, ")
                    + "try again later, or use a mirror";
        }
        return hasAny(DENIED) ? message + "; " + login(registry, loggedIn, "fetch it") : message;
    }

    /**
     * {@return the message of a push, with what the user may do}
     *
     * @param loggedIn whether credentials were sent
     */
    String ofPush(String image, boolean loggedIn) {
        String registry = ImageName.parse(image).registry();
        if (has("does not exist locally")) {
            return message + "; build it first";
        } else if (has("toomanyrequests")) {
            return message + "; the registry limits how much one may send, so try again later";
        }
        return hasAny(DENIED) ? message + "; " + login(registry, loggedIn, "push there") : message;
    }

    private static String login(String registry, boolean loggedIn, String purpose) {
        return loggedIn
                ? "check the user and password of 'docker login " + registry + "', and that the user may " + purpose
                : "log in to " + registry + " with 'docker login' as a user who may " + purpose;
    }
}
