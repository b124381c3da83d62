package io.github.jcompose.runtime.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.Archive;
import io.github.jcompose.runtime.engine.AttachOptions;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Endpoint;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.Health;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RequiresEngine
@Timeout(120)
class EngineIT {
    @Test
    void negotiatesAnApiVersionThatTheEngineSpeaks(Engine engine) {
        assertThat(engine.info().apiVersion().atLeast("1.40")).isTrue();
        assertThat(engine.info().osType()).isEqualTo("linux");
        assertThat(engine.version().version()).isNotEmpty();
        assertThat(engine.version().architecture()).isNotEmpty();
    }

    @Test
    void takesAContainerThroughItsLife(Engine engine, EngineScope scope) {
        String name = scope.name("life");
        String id =
                engine.containers().create(name, null, scope.shell("sleep 600")).id();
        assertThat(engine.containers().inspect(name).state().status()).isEqualTo(ContainerStatus.CREATED);

        engine.containers().start(id);
        engine.containers().start(id);
        ContainerDetails running = engine.containers().inspect(id);
        assertThat(running.state().running()).isTrue();
        assertThat(running.state().startedAt()).isPresent();
        assertThat(running.name()).isEqualTo(name);
        assertThat(running.labels()).containsAllEntriesOf(scope.labels());
        assertThat(running.networks()).containsKey("bridge");
        assertThat(engine.containers().top(id, "").processes()).isNotEmpty();

        engine.containers().pause(id);
        assertThat(engine.containers().inspect(id).state().status()).isEqualTo(ContainerStatus.PAUSED);
        engine.containers().unpause(id);
        engine.containers().rename(id, name + "-2");
        engine.containers().restart(id, Duration.ZERO);
        List<ContainerSummary> listed = engine.containers().list(scope.filters(), false);
        assertThat(listed).extracting(ContainerSummary::name).containsExactly(name + "-2");
        assertThat(listed.get(0).status()).isEqualTo(ContainerStatus.RUNNING);

        engine.containers().stop(id, Duration.ZERO);
        engine.containers().stop(id, Duration.ZERO);
        assertThat(engine.containers().inspect(id).state().exitCode()).isEqualTo(137);
        assertThat(engine.containers().list(scope.filters(), false)).isEmpty();
        engine.containers().remove(id, false, true);
        assertThat(engine.containers().find(id)).isEmpty();
    }

    @Test
    void saysInPlainWordsWhatTheEngineRefuses(Engine engine, EngineScope scope) {
        String name = scope.name("twice");
        String id =
                engine.containers().create(name, null, scope.shell("sleep 600")).id();

        assertThatThrownBy(() -> engine.containers().create(name, null, scope.shell("true")))
                .isInstanceOf(EngineConflictException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("{");
        engine.containers().start(id);
        assertThatThrownBy(() -> engine.containers().remove(id, false, false))
                .isInstanceOf(EngineConflictException.class);
        assertThatThrownBy(() -> engine.containers().start(scope.name("none")))
                .isInstanceOf(EngineNotFoundException.class)
                .hasMessageContaining("No such container: " + scope.name("none"));
        assertThatThrownBy(() -> engine.containers().create("", null, Map.of("Image", scope.name("none"))))
                .isInstanceOf(EngineNotFoundException.class)
                .hasMessageContaining("No such image");
    }

    @Test
    void keepsTheTwoStreamsOfALogApart(Engine engine, EngineScope scope) {
        String id = run(engine, scope, "echo out; echo err >&2; seq 1 2000");
        engine.containers().waitFor(id, WaitCondition.NOT_RUNNING).await();

        Output output = read(engine.containers().logs(id, false, LogOptions.all()));

        assertThat(output.stderr()).isEqualTo("err\n");
        assertThat(output.stdout()).startsWith("out\n1\n2\n").endsWith("\n2000\n");
    }

    @Test
    void readsTheLastLinesOfALog(Engine engine, EngineScope scope) {
        // One stream only: the engine keeps the lines of two as they reach it, by a thread for each.
        String id = run(engine, scope, "seq 1 2000");
        engine.containers().waitFor(id, WaitCondition.NOT_RUNNING).await();

        assertThat(read(engine.containers().logs(id, false, LogOptions.all().tail(2)))
                        .stdout())
                .isEqualTo("1999\n2000\n");
        assertThat(read(engine.containers()
                                .logs(id, false, LogOptions.all().tail(1).timestamped()))
                        .stdout())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z 2000\n");
    }

    @Test
    void followsALogUntilTheContainerEnds(Engine engine, EngineScope scope) {
        String id = run(engine, scope, "echo first; sleep 600");
        FrameStream logs = engine.containers().logs(id, false, LogOptions.all().following());
        assertThat(text(logs.next())).isEqualTo("first\n");
        engine.containers().kill(id, "KILL");
        assertThat(read(logs).stdout()).isEmpty();
    }

    @Test
    void readsALogThatIsClosedFromAnotherThread(Engine engine, EngineScope scope) {
        String id = run(engine, scope, "echo first; sleep 600");
        FrameStream logs = engine.containers().logs(id, false, LogOptions.all().following());
        assertThat(text(logs.next())).isEqualTo("first\n");

        CompletableFuture.runAsync(logs::close);

        assertThat(logs.next()).isNull();
    }

    @Test
    void leavesAFollowedLogWhenTheThreadIsInterrupted(Engine engine, EngineScope scope) {
        String id = run(engine, scope, "echo first; sleep 600");
        Thread reader = Thread.currentThread();
        try (FrameStream logs =
                engine.containers().logs(id, false, LogOptions.all().following())) {
            assertThat(text(logs.next())).isEqualTo("first\n");
            CompletableFuture.runAsync(reader::interrupt);
            assertThatThrownBy(logs::next).isInstanceOf(EngineInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void readsTheRawOutputOfATerminal(Engine engine, EngineScope scope) {
        Map<String, Object> body = scope.shell("echo out; echo err >&2");
        body.put("Tty", true);
        String id = engine.containers().create("", null, body).id();
        engine.containers().start(id);
        engine.containers().waitFor(id, WaitCondition.NOT_RUNNING).await();

        assertThat(read(engine.containers().logs(id, true, LogOptions.all())).stdout())
                .isEqualTo("out\r\nerr\r\n");
        // Without having been told, the missing frames give it away.
        assertThat(read(engine.containers().logs(id, false, LogOptions.all())).stdout())
                .isEqualTo("out\r\nerr\r\n");
    }

    @Test
    void waitsForAnExitThatComesAfterTheRequest(Engine engine, EngineScope scope) {
        String id = engine.containers().create("", null, scope.shell("exit 7")).id();
        try (ContainerWait wait = engine.containers().waitFor(id, WaitCondition.NEXT_EXIT)) {
            engine.containers().start(id);
            assertThat(wait.await().exitCode()).isEqualTo(7);
        }
    }

    @Test
    void endsTheInputOfAProcess(Engine engine, EngineScope scope) throws Exception {
        String id = run(engine, scope, "sleep 600");
        String exec = engine.execs()
                .create(
                        id,
                        Map.of(
                                "Cmd", List.of("cat"),
                                "AttachStdin", true,
                                "AttachStdout", true,
                                "AttachStderr", true));
        byte[] sent = "0123456789abcdef".repeat(50_000).getBytes(StandardCharsets.UTF_8);

        try (Attachment cat = engine.execs().start(exec, false)) {
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                try (OutputStream stdin = cat.stdin()) {
                    stdin.write(sent);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(read(cat).stdout()).isEqualTo(new String(sent, StandardCharsets.UTF_8));
            writer.get();
        }
        assertThat(engine.execs().inspect(exec).exitCode()).isZero();
        assertThat(engine.execs().inspect(exec).running()).isFalse();
    }

    @Test
    void tellsTheExitCodeAndErrorsOfAProcess(Engine engine, EngineScope scope) {
        String id = run(engine, scope, "sleep 600");
        String exec = engine.execs()
                .create(
                        id,
                        Map.of(
                                "Cmd",
                                List.of("sh", "-c", "echo no >&2; exit 3"),
                                "AttachStdout",
                                true,
                                "AttachStderr",
                                true));
        assertThat(read(engine.execs().start(exec, false)).stderr()).isEqualTo("no\n");
        assertThat(engine.execs().inspect(exec).exitCode()).isEqualTo(3);
    }

    @Test
    void attachesBeforeTheStartAndMissesNothing(Engine engine, EngineScope scope) throws Exception {
        Map<String, Object> body = scope.shell("echo hello; cat");
        body.putAll(Map.of("OpenStdin", true, "StdinOnce", true, "AttachStdin", true));
        String id = engine.containers().create("", null, body).id();

        try (Attachment attachment = engine.containers().attach(id, AttachOptions.interactive(false))) {
            engine.containers().start(id);
            attachment.stdin().write("typed\n".getBytes(StandardCharsets.UTF_8));
            attachment.stdin().close();
            assertThat(read(attachment).stdout()).isEqualTo("hello\ntyped\n");
        }
        assertThat(engine.containers()
                        .waitFor(id, WaitCondition.NOT_RUNNING)
                        .await()
                        .exitCode())
                .isZero();
    }

    @Test
    void hearsWhatHappens(Engine engine, EngineScope scope) {
        String id = engine.containers()
                .create(scope.name("events"), null, scope.shell("exit 4"))
                .id();
        try (MessageStream<EngineEvent> events = engine.events(scope.filters().and("type", "container"), null, null)) {
            engine.containers().start(id);
            List<String> actions = new ArrayList<>();
            EngineEvent event = events.next();
            while (event != null && !event.action().equals("die")) {
                actions.add(event.action());
                event = events.next();
            }
            assertThat(actions).contains("start");
            assertThat(Objects.requireNonNull(event).id()).isEqualTo(id);
            assertThat(event.attributes()).containsEntry("exitCode", "4").containsEntry("name", scope.name("events"));
        }
    }

    @Test
    void tellsWhatTheHealthCheckFound(Engine engine, EngineScope scope) {
        Map<String, Object> body = scope.shell("sleep 600");
        body.put(
                "Healthcheck",
                Map.of("Test", List.of("CMD-SHELL", "echo fine"), "Interval", 1_000_000_000L, "Retries", 1));
        String id = engine.containers().create("", null, body).id();
        try (MessageStream<EngineEvent> events =
                engine.events(scope.filters().and("event", "health_status"), null, null)) {
            engine.containers().start(id);
            EngineEvent event = Objects.requireNonNull(events.next());
            assertThat(event.action()).isEqualTo("health_status: healthy");
        }
        Health health = engine.containers().inspect(id).state().health();
        assertThat(health.status()).isEqualTo(Health.Status.HEALTHY);
        assertThat(health.lastOutput()).isEqualTo("fine\n");
        assertThat(engine.containers()
                        .list(scope.filters(), true)
                        .get(0)
                        .health()
                        .status())
                .isEqualTo(Health.Status.HEALTHY);
    }

    @Test
    void connectsContainersToNetworks(Engine engine, EngineScope scope) {
        String name = scope.name("net");
        String network =
                engine.networks().create(Map.of("Name", name, "Labels", scope.labels(), "CheckDuplicate", true));
        String id = run(engine, scope, "sleep 600");

        engine.networks().connect(network, id, Map.of("Aliases", List.of("db")));
        Endpoint endpoint = Objects.requireNonNull(
                engine.containers().inspect(id).networks().get(name));
        assertThat(endpoint.aliases()).contains("db");
        assertThat(engine.networks().find(name).orElseThrow().containers()).containsKey(id);
        assertThat(engine.networks().list(scope.filters()))
                .extracting(NetworkDetails::name)
                .containsExactly(name);
        assertThatThrownBy(() -> engine.networks().remove(network)).isInstanceOf(EngineException.class);

        engine.networks().disconnect(network, id, false);
        engine.networks().remove(network);
        assertThat(engine.networks().find(network)).isEmpty();
    }

    @Test
    void keepsVolumes(Engine engine, EngineScope scope) {
        String name = scope.name("data");
        VolumeDetails created = engine.volumes().create(Map.of("Name", name, "Labels", scope.labels()));
        assertThat(created.driver()).isEqualTo("local");
        Map<String, Object> body = scope.shell("sleep 600");
        body.put("HostConfig", Map.of("Binds", List.of(name + ":/data:rw")));
        String id = engine.containers().create("", null, body).id();

        assertThat(engine.containers().inspect(id).mounts()).singleElement().satisfies(mount -> {
            assertThat(mount.type()).isEqualTo("volume");
            assertThat(mount.name()).isEqualTo(name);
            assertThat(mount.destination()).isEqualTo("/data");
        });
        assertThat(engine.volumes().list(scope.filters())).hasSize(1);
        assertThatThrownBy(() -> engine.volumes().remove(name, false)).isInstanceOf(EngineConflictException.class);
        engine.containers().remove(id, true, true);
        engine.volumes().remove(name, false);
        assertThat(engine.volumes().find(name)).isEmpty();
    }

    @Test
    void copiesFilesIntoAContainerAndOut(Engine engine, EngineScope scope) throws Exception {
        String id = engine.containers().create("", null, scope.shell("true")).id();

        engine.containers().copyTo(id, "/etc", true, new ByteArrayInputStream(tar("greeting", "hello")));

        assertThat(engine.containers().stat(id, "/etc/greeting").orElseThrow().size())
                .isEqualTo(5);
        assertThat(engine.containers().stat(id, "/etc").orElseThrow().isDirectory())
                .isTrue();
        assertThat(engine.containers().stat(id, "/none")).isEmpty();
        try (Archive archive = engine.containers().copyFrom(id, "/etc/greeting")) {
            byte[] tar = archive.tar().readAllBytes();
            assertThat(archive.stat().name()).isEqualTo("greeting");
            assertThat(new String(tar, 512, 5, StandardCharsets.UTF_8)).isEqualTo("hello");
        }
        assertThatThrownBy(
                        () -> engine.containers().copyTo(id, "/none", false, new ByteArrayInputStream(tar("a", "b"))))
                .isInstanceOf(EngineNotFoundException.class);
    }

    @Test
    void pullsAnImageAndTellsTheProgress(Engine engine) {
        List<PullProgress> progress = new ArrayList<>();

        engine.images().pull(EngineScope.BUSYBOX, null, null, progress::add);

        assertThat(progress).extracting(PullProgress::status).anyMatch(it -> it.startsWith("Status:"));
        ImageDetails image = engine.images().find(EngineScope.BUSYBOX).orElseThrow();
        assertThat(image.os()).isEqualTo("linux");
        assertThat(engine.images().list(Filters.none().and("reference", EngineScope.BUSYBOX)))
                .singleElement()
                .satisfies(it -> assertThat(it.id()).isEqualTo(image.id()));
        assertThatThrownBy(() -> engine.images().pull("busybox:none-such", null, null, it -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageNotContaining("{");
        assertThat(engine.images().find("busybox:none-such")).isEmpty();
    }

    @Test
    void namesAndRemovesImages(Engine engine, EngineScope scope) {
        scope.pull(EngineScope.BUSYBOX);
        String name = scope.name("image") + ":1";
        engine.images().tag(EngineScope.BUSYBOX, name);
        assertThat(engine.images().find(name).orElseThrow().tags()).contains(name);
        engine.images().remove(name, false);
        assertThat(engine.images().find(name)).isEmpty();
    }

    @Test
    void commitsAndMeasuresAContainer(Engine engine, EngineScope scope) throws Exception {
        String id = run(engine, scope, "sleep 600");
        String image = engine.containers().commit(id, scope.name("commit"), "why", "", true, List.of("CMD [\"true\"]"));
        assertThat(engine.images().find(scope.name("commit")).orElseThrow().id())
                .isEqualTo(image);
        engine.images().remove(scope.name("commit"), true);
        try (MessageStream<JsonObject> stats = engine.containers().stats(id, true)) {
            assertThat(stats.next())
                    .isNotNull()
                    .satisfies(it -> assertThat(it.string("id")).isEqualTo(id));
        }
        try (InputStream tar = engine.containers().export(id)) {
            assertThat(tar.readNBytes(512)).hasSize(512);
        }
        assertThat(engine.containers().update(id, Map.of("RestartPolicy", Map.of("Name", "no"))))
                .isEmpty();
    }

    @Test
    void answersAnyOtherEndpoint(Engine engine) throws Exception {
        try (EngineResponse answer = engine.request(EngineRequest.of("GET", "/info"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.content().readAllBytes()).isNotEmpty();
        }
    }

    private static String run(Engine engine, EngineScope scope, String script) {
        String id = engine.containers().create("", null, scope.shell(script)).id();
        engine.containers().start(id);
        return id;
    }

    private record Output(String stdout, String stderr) {}

    private static Output read(FrameStream frames) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        try (frames) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                (frame.source() == Frame.Source.STDOUT ? stdout : stderr).writeBytes(frame.bytes());
            }
        }
        return new Output(stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable Frame frame) {
        return frame == null ? "" : new String(frame.bytes(), StandardCharsets.UTF_8);
    }

    /** {@return an archive of one small file} */
    private static byte[] tar(String name, String content) {
        byte[] tar = new byte[512 * 4];
        put(tar, 0, name);
        put(tar, 100, "0000644");
        put(tar, 108, "0000000");
        put(tar, 116, "0000000");
        put(tar, 124, String.format(Locale.ROOT, "%011o", content.length()));
        put(tar, 136, "00000000000");
        put(tar, 148, "        ");
        put(tar, 156, "0");
        put(tar, 257, "ustar");
        put(tar, 263, "00");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xff;
        }
        put(tar, 148, String.format(Locale.ROOT, "%06o", sum) + "\0 ");
        put(tar, 512, content);
        return tar;
    }

    private static void put(byte[] tar, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, tar, offset, bytes.length);
    }
}
