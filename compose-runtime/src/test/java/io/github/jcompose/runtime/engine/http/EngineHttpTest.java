package io.github.jcompose.runtime.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.error.EngineTimeoutException;
import io.github.jcompose.runtime.error.EngineUnreachableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineHttpTest {
    private static final EngineRequest GET = EngineRequest.of("GET", "/things");

    @TempDir
    private Path folder;

    private FakeDaemon daemon;
    private EngineHttp http;

    @BeforeEach
    void listen() throws IOException {
        daemon = new FakeDaemon(folder.resolve("d.sock"));
        http = http(folder.resolve("d.sock"));
    }

    @AfterEach
    void close() throws IOException {
        http.close();
        daemon.close();
    }

    private static EngineHttp http(Path socket) {
        return http(socket, Duration.ofSeconds(30));
    }

    private static EngineHttp http(Path socket, Duration timeLimit) {
        Target target = new Target(
                URI.create("unix://" + socket),
                "DOCKER_HOST",
                "api.moby.localhost",
                "",
                Map.of("User-Agent", "jcompose"));
        return new EngineHttp(target, Dialer.unix(socket), Duration.ofSeconds(5), timeLimit);
    }

    @Test
    void writesARequestAsTheEngineExpectsIt() {
        daemon.json(200, "{}");

        get(EngineRequest.of("POST", "/containers/a b/x")
                .query("name", "web&1 é")
                .flag("all", true)
                .flag("no", false)
                .filters(Filters.label("a", "b"))
                .json(Map.of("Image", "busybox")));

        assertThat(daemon.requests()).containsExactly("""
                        POST /v1.41/containers/a%20b/x?name=web%261%20%C3%A9&all=1&filters=%7B%22label%22:%5B%22a%3Db%22%5D%7D HTTP/1.1
                        Host: api.moby.localhost
                        User-Agent: jcompose
                        Content-Type: application/json
                        Content-Length: 19

                        {"Image":"busybox"}""");
    }

    @Test
    void keepsAConnectionForTheNextRequest() {
        daemon.json(200, "1");
        daemon.json(404, "{\"message\":\"none\"}");
        daemon.answer("HTTP/1.1 204 No Content", "");
        daemon.answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "1\r\n4\r\n0\r\n\r\n");

        assertThat(get(GET)).isEqualTo("1");
        assertThatThrownBy(() -> get(GET)).isInstanceOf(EngineNotFoundException.class);
        assertThat(get(EngineRequest.of("POST", "/things"))).isEmpty();
        assertThat(get(GET)).isEqualTo("4");
        assertThat(daemon.connections()).isEqualTo(1);
    }

    @Test
    void opensAnotherConnectionWhenTheEngineHasClosedTheKeptOne() {
        daemon.answer((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1".getBytes(StandardCharsets.UTF_8));
            return false;
        });
        daemon.json(200, "2");

        assertThat(get(GET)).isEqualTo("1");
        assertThat(get(GET)).isEqualTo("2");
        assertThat(daemon.connections()).isEqualTo(2);
    }

    @Test
    void asksOnceMoreWhereNothingIsChangedByIt() {
        daemon.answer((in, out) -> false);
        daemon.json(200, "2");
        assertThat(get(GET)).isEqualTo("2");

        daemon.answer((in, out) -> false);
        daemon.answer((in, out) -> false);
        assertThatThrownBy(() -> get(EngineRequest.of("GET", "/others")))
                .isInstanceOf(EngineConnectionLostException.class)
                .hasMessageContaining("GET /others");
        assertThat(daemon.connections()).isEqualTo(4);
    }

    @Test
    void closesAConnectionWhoseBodyIsNotReadToItsEnd() throws IOException {
        daemon.answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "5\r\nhello\r\n");
        daemon.json(200, "2");

        try (EngineResponse endless = http.send(GET, "")) {
            assertThat(endless.content().read()).isEqualTo('h');
        }
        assertThat(get(GET)).isEqualTo("2");
        assertThat(daemon.connections()).isEqualTo(2);
    }

    @Test
    void saysWhatTheEngineSaid() {
        daemon.json(409, "{\"message\":\"the name is in use\\n\"}");
        daemon.json(500, "{\"cause\":\"no space\",\"message\":\"\",\"response\":500}");
        daemon.answer("HTTP/1.1 502 Bad Gateway\nContent-Length: 37", "<html><h1>Bad   Gateway</h1>\n</html>\n");
        daemon.json(503, "");

        assertThatThrownBy(() -> get(GET))
                .isInstanceOf(EngineConflictException.class)
                .hasMessage("the name is in use");
        assertThatThrownBy(() -> get(GET))
                .isExactlyInstanceOf(EngineException.class)
                .hasMessage("no space");
        assertThatThrownBy(() -> get(GET)).hasMessage("Bad Gateway");
        assertThatThrownBy(() -> get(GET))
                .hasMessage("the engine answered 503 to GET /things")
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.status()).isEqualTo(503));
    }

    @Test
    void readsARefusalThatComesBeforeTheWholeBodyIsSent() {
        daemon.answer((in, out) -> {
            out.write(
                    "HTTP/1.1 404 Not Found\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"message\":\"no such\"}"
                            .getBytes(StandardCharsets.UTF_8));
            in.transferTo(OutputStream.nullOutputStream());
            return false;
        });

        EngineRequest request = EngineRequest.of("PUT", "/archive").tar(new ByteArrayInputStream(new byte[8 << 20]));

        assertThatThrownBy(() -> get(request))
                .isInstanceOf(EngineNotFoundException.class)
                .hasMessage("no such");
    }

    @Test
    void sendsABodyOfUnknownLengthInChunks() throws IOException {
        CountDownLatch sent = new CountDownLatch(1);
        StringBuilder body = new StringBuilder();
        daemon.answer((in, out) -> {
            int next = in.read();
            while (!body.toString().endsWith("0\r\n\r\n") && next >= 0) {
                body.append((char) next);
                next = body.toString().endsWith("0\r\n\r\n") ? -1 : in.read();
            }
            sent.countDown();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        get(EngineRequest.of("PUT", "/archive")
                .tar(new ByteArrayInputStream("tarred".getBytes(StandardCharsets.UTF_8))));

        assertThat(body.toString()).isEqualTo("6\r\ntarred\r\n0\r\n\r\n");
        assertThat(daemon.requests().get(0))
                .contains("Transfer-Encoding: chunked")
                .doesNotContain("Content-Length");
    }

    @Test
    void tellsThatTheCallersStreamCannotBeRead() throws Exception {
        InputStream broken = new InputStream() {
            private int count;

            @Override
            public int read() throws IOException {
                // More than what is kept back before it is sent.
                if (count++ > 100_000) {
                    throw new IOException("disk gone");
                }
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        CompletableFuture<String> received = new CompletableFuture<>();
        daemon.answer((in, out) -> {
            received.complete(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return false;
        });

        assertThatThrownBy(() -> get(EngineRequest.of("PUT", "/archive").tar(broken)))
                .isExactlyInstanceOf(EngineException.class)
                .hasMessage("cannot read what is to be sent to the engine: disk gone");
        // No end of the body, so that the engine does not take the half for the whole.
        assertThat(received.get()).doesNotContain("0\r\n\r\n");
    }

    @Test
    void tellsThatTheAnswerBreaksOff() {
        daemon.answer((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,2".getBytes(StandardCharsets.UTF_8));
            return false;
        });
        daemon.answer((in, out) -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n[1,2".getBytes(StandardCharsets.UTF_8));
            return false;
        });
        daemon.answer((in, out) -> false);

        for (String method : new String[] {"GET", "GET", "POST"}) {
            assertThatThrownBy(() -> get(EngineRequest.of(method, "/things")))
                    .isInstanceOf(EngineConnectionLostException.class)
                    .hasMessageContaining("lost while waiting for the answer to " + method + " /things");
        }
    }

    @Test
    void givesUpWhenTheTimeLimitHasPassed() {
        daemon.answer((in, out) -> in.read() >= 0);

        assertThatThrownBy(() -> get(GET.within(Duration.ofMillis(50))))
                .isInstanceOf(EngineTimeoutException.class)
                .hasMessageContaining("did not give the answer to GET /things within the time limit of 50 ms");
        assertThat(daemon.requests()).hasSize(1);
    }

    @Test
    void waitsForWhatMayTakeAnyTimeAsLongAsTheEngineAnswersSomethingElse() throws IOException {
        CountDownLatch asked = new CountDownLatch(3);
        daemon.answer((in, out) -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone".getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        });
        for (int i = 0; i < 1000; i++) {
            daemon.answer((in, out) -> {
                asked.countDown();
                out.write("HTTP/1.1 500 Whatever\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                return true;
            });
        }
        try (EngineHttp http = http(folder.resolve("d.sock"), Duration.ofMillis(50));
                EngineResponse answer =
                        http.send(EngineRequest.of("POST", "/slow").unlimited(), "")) {
            assertThat(answer.content()).hasContent("done");
        }
        assertThat(daemon.requests()).anySatisfy(r -> assertThat(r).startsWith("HEAD /_ping "));
    }

    @Test
    void givesUpOnAnEngineThatHasFallenSilent() {
        for (int i = 0; i < 2; i++) {
            daemon.answer((in, out) -> in.read() >= 0);
        }
        try (EngineHttp http = http(folder.resolve("d.sock"), Duration.ofMillis(50))) {
            EngineRequest slow = EngineRequest.of("POST", "/slow").unlimited();
            assertThatThrownBy(() -> http.send(slow, ""))
                    .isInstanceOf(EngineTimeoutException.class)
                    .hasMessageContaining("has fallen silent: it answers neither POST /slow nor a ping within")
                    .hasMessageContaining("the time limit of 50 ms");
        }
    }

    @Test
    void givesUpOnAnEngineThatTakesNothingMore() {
        CountDownLatch over = new CountDownLatch(1);
        daemon.answer((in, out) -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return false;
        });
        daemon.answer((in, out) -> in.read() >= 0);
        try (EngineHttp http = http(folder.resolve("d.sock"), Duration.ofMillis(50))) {
            EngineRequest endless = EngineRequest.of("PUT", "/files").tar(new InputStream() {
                @Override
                public int read() {
                    return 'x';
                }
            });
            assertThatThrownBy(() -> http.send(endless.unlimited(), ""))
                    .isInstanceOf(EngineTimeoutException.class)
                    .hasMessageContaining("has fallen silent: it answers neither PUT /files nor a ping");
        } finally {
            over.countDown();
        }
    }

    @Test
    void givesUpWhenTheThreadIsInterrupted() {
        Thread reader = Thread.currentThread();
        daemon.answer((in, out) -> {
            reader.interrupt();
            return in.read() >= 0;
        });

        assertThatThrownBy(() -> get(GET.unlimited())).isInstanceOf(EngineInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void endsRequestsThatWaitWhenItIsClosed() {
        daemon.answer((in, out) -> {
            http.close();
            return in.read() >= 0;
        });

        assertThatThrownBy(() -> get(GET.unlimited())).isInstanceOf(EngineConnectionLostException.class);
        assertThatThrownBy(() -> get(GET))
                .isInstanceOf(EngineConnectionLostException.class)
                .hasMessageContaining("it has been closed");
    }

    @Test
    void handsOutWhatCameTogetherWithTheChangeOfProtocol() throws IOException {
        daemon.answer((in, out) -> {
            out.write(("HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\n"
                            + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\nearly ")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] input = in.readAllBytes();
            out.write(input);
            return false;
        });

        try (Duplex duplex =
                http.upgrade(EngineRequest.of("POST", "/exec/1/start").json(Map.of()), "/v1.41", "tcp")) {
            duplex.output().write("typed".getBytes(StandardCharsets.UTF_8));
            duplex.output().close();
            assertThat(duplex.input().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("early typed");
        }
        assertThat(daemon.requests().get(0)).contains("Connection: Upgrade\nUpgrade: tcp\n");
    }

    @Test
    void refusesToChangeTheProtocolAsTheEngineDoes() {
        daemon.json(409, "{\"message\":\"the container is paused\"}");

        assertThatThrownBy(() -> http.upgrade(EngineRequest.of("POST", "/exec/1/start"), "", "tcp"))
                .isInstanceOf(EngineConflictException.class)
                .hasMessage("the container is paused");
    }

    @Test
    @SuppressWarnings("try") // That it is closed early is the point.
    void endsAReadThatWaitsWhenAnotherThreadClosesTheStream() throws IOException {
        daemon.answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "5\r\nhello\r\n");
        try (EngineResponse endless = http.send(GET.unlimited(), "")) {
            assertThat(endless.content().readNBytes(5))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("hello");
            CompletableFuture.runAsync(() -> {
                try {
                    endless.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(endless.content().read()).isEqualTo(-1);
        }
    }

    @Test
    void saysWhatWasTriedWhenNobodyListens() {
        Path none = folder.resolve("none.sock");
        try (EngineHttp nobody = http(none)) {
            assertThatThrownBy(() -> nobody.send(EngineRequest.of("HEAD", "/_ping"), ""))
                    .isInstanceOf(EngineUnreachableException.class)
                    .hasMessage(
                            "cannot reach an engine at unix://" + none + " (DOCKER_HOST): No such file or directory;"
                                    + " start the engine, or set DOCKER_HOST or a docker context to one that runs");
        }
    }

    @Test
    void speaksOverTheStreamsOfAProcess() {
        // What 'docker system dial-stdio' does at the other end of ssh.
        Target target = new Target(URI.create("ssh://far"), "DOCKER_HOST", "docker.example.com", "", Map.of());
        String script = "read line; printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhi'; cat > /dev/null";
        try (EngineHttp far = new EngineHttp(
                target, Dialer.process(List.of("sh", "-c", script)), Duration.ofSeconds(5), Duration.ofSeconds(30))) {
            try (EngineResponse answer = far.send(GET, "")) {
                assertThat(answer.content().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("hi");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void tellsWhatTheProcessComplainedOf() {
        Target target = new Target(URI.create("ssh://far"), "DOCKER_HOST", "docker.example.com", "", Map.of());
        try (EngineHttp far = new EngineHttp(
                target,
                Dialer.process(List.of("sh", "-c", "echo 'Host key verification failed.' >&2; exit 255")),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> far.send(EngineRequest.of("HEAD", "/_ping"), ""))
                    .isInstanceOf(EngineUnreachableException.class)
                    .hasMessageContaining("Host key verification failed.");
        }
    }

    private String get(EngineRequest request) {
        try (EngineResponse answer = http.send(request, "/v1.41")) {
            return new String(answer.content().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw http.failure(e, request);
        }
    }
}
