package io.github.jcompose.runtime.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineUnreachableException;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.work.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {
    private final List<String> told = new ArrayList<>();
    private final Attempts attempts = new Attempts(
            new Events(event -> {
                if (event instanceof Progress progress) {
                    told.add(progress.id() + " " + progress.text() + ": " + progress.details());
                }
            }),
            Duration.ofMillis(1));
    private final AtomicInteger calls = new AtomicInteger();

    /** {@return a transfer that fails so many times} */
    private Runnable failing(int times, String message) {
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw new EngineException(message, 500);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received unexpected HTTP status: 503 Service Unavailable",
                "Get \"https://r/v2/\": net/http: TLS handshake timeout",
                "Get \"https://r/v2/\": dial tcp: lookup r on 10.0.0.1:53: read udp: i/o timeout",
                "read tcp 10.0.0.2:5->10.0.0.3:443: read: connection reset by peer",
                "Head \"https://r/v2/a/blobs/b\": EOF",
                "toomanyrequests: Rate exceeded"
            })
    void triesAgainWhatMayGoWellInAMoment(String message) {
        attempts.run("web", failing(2, message), RegistryFailure::message);

        assertThat(calls).hasValue(3);
        assertThat(told).containsExactly("Image web Retrying: " + message, "Image web Retrying: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest for web:1 not found: manifest unknown: manifest unknown",
                "unauthorized: authentication required",
                "toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating",
                "Get \"http://127.0.0.1:1/v2/\": dial tcp 127.0.0.1:1: connect: connection refused",
                "dial tcp: lookup nowhere.invalid: no such host",
                "no space left on device"
            })
    void doesNotTryAgainWhatStaysWrong(String message) {
        assertThatThrownBy(() -> attempts.run("web", failing(1, message), RegistryFailure::message))
                .hasMessage(message);

        assertThat(calls).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void givesUpAfterTheFourthFailureWithTheLastOne() {
        assertThatThrownBy(() -> attempts.run("web", failing(9, "502 Bad Gateway"), said -> said.message() + "!"))
                .isInstanceOf(EngineException.class)
                .hasMessage("502 Bad Gateway!");

        assertThat(calls).hasValue(4);
    }

    @Test
    void neverTriesAgainAfterAnInterruptOrWithoutAnEngine() {
        assertThatThrownBy(() -> attempts.run(
                        "web",
                        () -> {
                            calls.incrementAndGet();
                            throw new EngineInterruptedException("i/o timeout", null);
                        },
                        RegistryFailure::message))
                .isInstanceOf(EngineInterruptedException.class);
        assertThatThrownBy(() -> attempts.run(
                        "web",
                        () -> {
                            calls.incrementAndGet();
                            throw new EngineUnreachableException("i/o timeout", null);
                        },
                        RegistryFailure::message))
                .isInstanceOf(EngineUnreachableException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void endsThePauseAtAnInterrupt() {
        Attempts slow = new Attempts(new Events(event -> {}), Duration.ofHours(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> slow.run("web", failing(1, "502 Bad Gateway"), RegistryFailure::message))
                .isInstanceOf(EngineInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void explainsWhatTheUserMayDo() {
        RegistryFailure limit = new RegistryFailure("toomanyrequests: You have reached your pull rate limit.");
        assertThat(limit.ofPull("nginx", false))
                .endsWith("; the registry limits how much one may fetch: log in to docker.io with 'docker login' for a"
                        + " higher limit, try again later, or use a mirror");
        assertThat(limit.ofPull("nginx", true)).endsWith("one may fetch: try again later, or use a mirror");
        assertThat(limit.ofPush("ghcr.io/a/b", true))
                .endsWith("; the registry limits how much one may send, so try again later");
        RegistryFailure denied = new RegistryFailure("denied: requested access to the resource is denied");
        assertThat(denied.ofPush("ghcr.io/a/b", false))
                .endsWith("; log in to ghcr.io with 'docker login' as a user who may push there");
        assertThat(denied.ofPull("ghcr.io/a/b", true))
                .endsWith("; check the user and password of 'docker login ghcr.io', and that the user may fetch it");
    }
}
