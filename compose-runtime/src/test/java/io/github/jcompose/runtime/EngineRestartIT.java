package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.event.ComposeListener;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.inspect.ServiceEvent;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.OwnEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that is stopped and started again under all that listens to it. */
@Timeout(300)
class EngineRestartIT extends Scenario {
    private static final String FILE = """
            services:
              web: {<<: *lone, restart: always, command: [sh, -c, 'while echo line; do sleep 0.2; done']}
            """;
    private static final String ILL =
            "services: {ill: {<<: *lone, healthcheck: {test: [CMD, 'false'], interval: 1s, start_period: 600s}}}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String host = "";

    /** {@return what the operation returned, or the message of its failure} */
    private CompletableFuture<String> begin(Function<Compose, Object> operation) {
        return begin(recorded, operation);
    }

    private CompletableFuture<String> begin(ComposeListener listener, Function<Compose, Object> operation) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Compose other = connect(listener)) {
                        return String.valueOf(operation.apply(other));
                    } catch (ComposeException e) {
                        return e.getMessage();
                    }
                },
                threads);
    }

    private Compose connect(ComposeListener listener) {
        return Compose.connect(
                ConnectOptions.builder().host(host).listener(listener).build());
    }

    private static ComposeListener whenWaiting(CountDownLatch waiting) {
        return event -> {
            if (event.toString().contains("Waiting")) {
                waiting.countDown();
            }
        };
    }

    private static LogSink first(CountDownLatch lines) {
        return line -> lines.countDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatListensEndsWithAClearErrorAndTheSameCommandGoesOn(boolean liveRestore, EngineScope scope, Engine main)
            throws Exception {
        scope.pull(EngineScope.BUSYBOX);
        try (OwnEngine own = OwnEngine.start(liveRestore)) {
            own.load(main, EngineScope.BUSYBOX);
            host = own.host();
            Project project = load(FILE);
            Project ill = load(ILL);
            CountDownLatch listening = new CountDownLatch(4);
            Map<String, CompletableFuture<String>> operations = new java.util.TreeMap<>();
            try (Compose compose = connect(recorded)) {
                CountDownLatch up = new CountDownLatch(1);
                operations.put("up", begin(other -> attachedUp(other, project, first(up))));
                assertThat(up.await(60, TimeUnit.SECONDS)).isTrue();
                // The first line may come before the engine itself holds that the container runs.
                while (compose.ps(project, PsOptions.defaults()).isEmpty()) {
                    Thread.sleep(50);
                }
                operations.put("logs", begin(other -> {
                    CountDownLatch once = new CountDownLatch(1);
                    other.logs(project, LogsOptions.builder().follow(true).build(), line -> {
                        if (once.getCount() == 1) {
                            listening.countDown();
                        }
                        once.countDown();
                    });
                    return "ended";
                }));
                operations.put("events", begin(other -> {
                    Feed<ServiceEvent> events = other.events(name, EventsOptions.defaults());
                    listening.countDown();
                    List<ServiceEvent> heard = new ArrayList<>();
                    events.forEach(heard::add);
                    return "ended after " + heard.size();
                }));
                operations.put("exec", begin(other -> {
                    ExecOptions options = ExecOptions.of("web", "sh", "-c", "echo in; sleep 600");
                    Telling out = new Telling(listening);
                    int code = other.exec(project, options, Streams.of(null, out, out));
                    // On a loaded machine runc fails to start one now and then.
                    code = code == 126 ? other.exec(project, options, Streams.of(null, out, out)) : code;
                    return "code " + code + (out.told ? "" : " without a word");
                }));
                operations.put("wait", begin(whenWaiting(listening), other -> {
                    other.up(ill, UpOptions.builder().awaitHealthy(true).build());
                    return "healthy";
                }));
                assertThat(listening.await(60, TimeUnit.SECONDS))
                        .as(() -> {
                            operations.replaceAll((operation, end) ->
                                    CompletableFuture.completedFuture(operation + ": " + end.getNow("goes on")));
                            return String.join(
                                    ", ",
                                    operations.values().stream()
                                            .map(CompletableFuture::join)
                                            .toList());
                        })
                        .isTrue();

                own.stop();

                String gone = "engine at " + host;
                assertThat(operations.get("events").get()).contains(gone);
                // An engine that takes its containers along stops them first, and tells so.
                Map<String, String> stopped =
                        Map.of("up", "0", "logs", "ended", "exec", "code 1", "wait", "ill-1 exited (");
                stopped.forEach(
                        (operation, end) -> assertThat(operations.get(operation).join())
                                .as(operation)
                                .containsAnyOf(gone, liveRestore ? gone : end));

                own.startAgain();

                compose.up(project, UpOptions.defaults());
                try (Engine engine = own.connect()) {
                    this.engine = engine;
                    assertThat(running()).contains("web-1");
                }
                assertThat(compose.exec(project, ExecOptions.of("web", "true")).exitCode())
                        .isZero();
                compose.down(ill, AT_ONCE);
                compose.down(project, AT_ONCE);
                this.engine = main;
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int attachedUp(Compose other, Project project, LogSink sink) {
        try (AttachedUp session = other.upAttached(project, UpOptions.defaults(), AttachOptions.defaults(), sink)) {
            return session.await();
        }
    }

    /** Tells when something is written. */
    private static final class Telling extends OutputStream {
        private final CountDownLatch written;
        private volatile boolean told;

        Telling(CountDownLatch written) {
            this.written = written;
        }

        @Override
        public void write(int b) throws IOException {
            if (!told) {
                written.countDown();
            }
            told = true;
        }
    }
}
