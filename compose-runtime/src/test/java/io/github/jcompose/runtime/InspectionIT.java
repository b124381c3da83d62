package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.inspect.ContainerProcesses;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.inspect.ImageInfo;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import io.github.jcompose.runtime.inspect.ServiceEvent;
import io.github.jcompose.runtime.inspect.ServiceExit;
import io.github.jcompose.runtime.inspect.VolumeInfo;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RequiresEngine
@Timeout(120)
class InspectionIT {
    private static final String SLEEP = "trap exit TERM; sleep 1000 & wait";

    private final Compose compose = Compose.connect();

    @AfterEach
    void close() {
        compose.close();
    }

    private static ServiceBuilder shell(String script) {
        return Service.builder()
                .image(EngineScope.BUSYBOX)
                .command(List.of("sh", "-c", script))
                .stopGracePeriod(Duration.ZERO);
    }

    private Project up(String name, Map<String, ServiceBuilder> services) {
        Map<String, Service> built = new LinkedHashMap<>();
        services.forEach((key, service) -> built.put(key, service.build()));
        Project project = Project.builder()
                .name(name)
                .services(built)
                .volumes(Map.of(
                        "data",
                        Volume.builder().build(),
                        "more",
                        Volume.builder().build()))
                .build();
        compose.up(project, UpOptions.defaults());
        return project;
    }

    @Test
    void listsProcesses(EngineScope scope) {
        String name = up(scope.project("a"), Map.of("web", shell(SLEEP).scale(2), "db", shell(SLEEP)))
                .name();

        List<ContainerProcesses> all = compose.top(name, List.of());

        assertThat(all)
                .extracting(ContainerProcesses::container)
                .containsExactly(name + "-db-1", name + "-web-1", name + "-web-2");
        assertThat(all.get(2).number()).isEqualTo(2);
        assertThat(all.get(2).titles()).contains("PID", "CMD");
        assertThat(all.get(2).processes()).anyMatch(row -> row.contains("sleep 1000"));
        compose.stop(name, StopOptions.builder().services(List.of("web")).build());
        assertThat(compose.top(name, List.of("web"))).isEmpty();
    }

    @Test
    void findsPublishedPorts(EngineScope scope) throws IOException {
        ServiceBuilder web = shell(SLEEP)
                .ports(List.of(Port.builder()
                        .target(80)
                        .hostIp("127.0.0.1")
                        .protocol("tcp")
                        .mode("ingress")
                        .build()))
                .expose(List.of("9000"))
                .scale(2);
        String name = up(scope.project("b"), Map.of("web", web)).name();

        PublishedAddress first = compose.port(name, "web", 0, 80, "tcp");
        PublishedAddress second = compose.port(name, "web", 2, 80, "tcp");

        assertThat(first.address()).isEqualTo("127.0.0.1");
        assertThat(first.port()).isNotEqualTo(second.port());
        new Socket(second.address(), second.port()).close();
        assertThatThrownBy(() -> compose.port(name, "web", 1, 81, "tcp"))
                .isInstanceOf(ComposeException.class)
                .hasMessage("no port 81/tcp published for container " + name + "-web-1: it has " + first
                        + "->80/tcp, 9000/tcp (not published)");
        assertThatThrownBy(() -> compose.port(name, "web", 3, 80, "tcp"))
                .hasMessage("service \"web\" has no running container #3; there is " + name + "-web-1 (running), "
                        + name + "-web-2 (running)");
        assertThatThrownBy(() -> compose.port(name, "wbe", 0, 80, "tcp"))
                .hasMessage("service \"wbe\" has no running container; project \"" + name + "\" has containers of web");
        assertThat(new PublishedAddress("::", 80)).hasToString("[::]:80");
    }

    @Test
    void tellsTheImagesOfContainers(EngineScope scope, Engine engine) {
        String moving = scope.name("moving") + ":1";
        engine.images().tag(EngineScope.BUSYBOX, moving);
        String name = up(
                        scope.project("c"),
                        Map.of("web", shell("true"), "old", shell("true").image(moving)))
                .name();
        engine.images().remove(moving, false);

        List<ImageInfo> images = compose.images(name, List.of());

        String id = engine.images().find(EngineScope.BUSYBOX).orElseThrow().id();
        assertThat(images).extracting(ImageInfo::container).containsExactly(name + "-old-1", name + "-web-1");
        assertThat(images).extracting(ImageInfo::id).containsOnly(id);
        ImageInfo web = images.get(1);
        assertThat(web.repository()).isEqualTo("busybox");
        assertThat(web.tag()).isEqualTo("1.36");
        assertThat(web.platform()).startsWith("linux/");
        assertThat(web.size()).isGreaterThan(1_000_000);
        assertThat(web.created()).isNotNull();
        assertThat(compose.images(name, List.of("web"))).hasSize(1);
    }

    @Test
    void listsVolumes(EngineScope scope) {
        Mount mount = Mount.builder()
                .type(Mount.VOLUME)
                .source("data")
                .target("/data")
                .build();
        Mount other = Mount.builder()
                .type(Mount.VOLUME)
                .source("more")
                .target("/data")
                .build();
        String name = up(
                        scope.project("d"),
                        Map.of(
                                "web", shell("true").volumes(List.of(mount)),
                                "db", shell(SLEEP).volumes(List.of(other))))
                .name();

        assertThat(compose.volumes(name, List.of()))
                .extracting(VolumeInfo::name)
                .containsExactly(name + "_data", name + "_more");
        VolumeInfo data = compose.volumes(name, List.of("web")).get(0);
        assertThat(data.name()).isEqualTo(name + "_data");
        assertThat(data.key()).isEqualTo("data");
        assertThat(data.driver()).isEqualTo("local");
        assertThat(data.mountpoint()).isNotEmpty();
    }

    @Test
    void tellsEventsOfServicesAsTheyHappen(EngineScope scope) {
        String name = up(
                        scope.project("e"),
                        Map.of("web", shell(SLEEP).labels(Map.of("colour", "red")), "db", shell(SLEEP)))
                .name();
        List<ServiceEvent> seen = new ArrayList<>();

        try (Feed<ServiceEvent> events = compose.events(
                name, EventsOptions.builder().services(List.of("web")).build())) {
            compose.stop(name, StopOptions.defaults());
            ServiceEvent event;
            do {
                event = Objects.requireNonNull(events.next());
                seen.add(event);
            } while (!event.action().equals("die"));
        }

        assertThat(seen)
                .allMatch(event ->
                        event.service().equals("web") && event.container().equals(name + "-web-1"));
        ServiceEvent die = seen.get(seen.size() - 1);
        assertThat(die.attributes())
                .containsEntry("colour", "red")
                .containsKey("exitCode")
                .noneSatisfy((key, value) -> assertThat(key).startsWith("com.docker.compose."));
        assertThat(die.id()).hasSize(64);
    }

    @Test
    void tellsEventsOfThePastAndEnds(EngineScope scope) {
        String name = up(scope.project("f"), Map.of("web", shell("true"))).name();
        List<String> actions = new ArrayList<>();

        EventsOptions past = EventsOptions.builder().since("10m").until("0s").build();
        try (Feed<ServiceEvent> events = compose.events(name, past)) {
            events.forEach(event -> actions.add(event.action()));
        }

        assertThat(actions).startsWith("create").contains("start");
        assertThatThrownBy(() -> compose.events(
                        name, EventsOptions.builder().since("yesterday").build()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("yesterday");
    }

    @Test
    void aFeedEndsWhenItIsClosed(EngineScope scope) throws Exception {
        String name = up(scope.project("g"), Map.of("web", shell(SLEEP))).name();
        Feed<ServiceEvent> events = compose.events(name, EventsOptions.defaults());
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> events.next() == null);

        events.close();

        assertThat(ended.get()).isTrue();
    }

    @Test
    void samplesWhatContainersUse(EngineScope scope) {
        String name = up(
                        scope.project("h"),
                        Map.of(
                                "busy",
                                shell("while :; do :; done").cpus(0.3f),
                                "idle",
                                shell(SLEEP),
                                "gone",
                                shell("true")))
                .name();
        compose.awaitExit(name, WaitOptions.builder().services(List.of("gone")).build(), exit -> {});

        List<ContainerStats> stats = compose.stats(name, StatsOptions.defaults());

        assertThat(stats).extracting(ContainerStats::container).containsExactly(name + "-busy-1", name + "-idle-1");
        ContainerStats.Usage busy = Objects.requireNonNull(stats.get(0).usage());
        assertThat(busy.cpuPercent()).isBetween(0.1, 60.0);
        assertThat(busy.memory()).isPositive().isLessThan(busy.memoryLimit());
        assertThat(busy.processes()).isEqualTo(1);
        List<ContainerStats> all = compose.stats(
                name, StatsOptions.builder().all(true).services(List.of("gone")).build());
        assertThat(all).extracting(ContainerStats::container).containsExactly(name + "-gone-1");
        assertThat(all.get(0).usage()).isNull();
    }

    @Test
    void goesOnSamplingAsContainersComeAndGo(EngineScope scope) {
        String name = up(scope.project("i"), Map.of("one", shell(SLEEP), "two", shell(SLEEP)))
                .name();
        StopOptions two = StopOptions.builder().services(List.of("two")).build();

        try (Feed<List<ContainerStats>> feed = compose.watchStats(name, StatsOptions.defaults())) {
            assertThat(Objects.requireNonNull(feed.next())).hasSize(2).allMatch(stats -> stats.usage() == null);
            awaitStats(feed, 2);
            compose.stop(name, two);
            awaitStats(feed, 1);
            compose.start(name, StartOptions.builder().services(List.of("two")).build());
            awaitStats(feed, 2);
        }
    }

    /** Waits until there are figures of so many containers, and of no others. */
    private static void awaitStats(Feed<List<ContainerStats>> feed, int count) {
        List<ContainerStats> latest;
        do {
            latest = Objects.requireNonNull(feed.next());
        } while (latest.size() != count || latest.stream().anyMatch(stats -> stats.usage() == null));
    }

    @Test
    void waitsForContainersToEnd(EngineScope scope) {
        String name = up(scope.project("j"), Map.of("web", shell("sleep 0.5; exit 3"), "done", shell("exit 4")))
                .name();
        List<ServiceExit> told = new ArrayList<>();

        List<ServiceExit> exits = compose.awaitExit(name, WaitOptions.defaults(), told::add);

        assertThat(exits).isEqualTo(told).extracting(ServiceExit::exitCode).containsExactlyInAnyOrder(3, 4);
        assertThat(compose.awaitExit(name, WaitOptions.defaults(), told::add)).hasSize(2);
        assertThatThrownBy(() -> compose.awaitExit(
                        name, WaitOptions.builder().services(List.of("none")).build(), told::add))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("no containers for project \"" + name + "\"");
    }

    @Test
    void takesTheProjectDownWhenTheFirstContainerEnds(EngineScope scope) {
        Project project = up(scope.project("k"), Map.of("test", shell("sleep 0.5; exit 5"), "db", shell(SLEEP)));

        List<ServiceExit> exits =
                compose.awaitExit(project, WaitOptions.builder().down(true).build(), exit -> {});

        assertThat(exits).extracting(ServiceExit::exitCode).containsExactly(5);
        assertThat(compose.ps(project, PsOptions.builder().all(true).build())).isEmpty();
    }

    @Test
    void makesAnImageOfAContainer(EngineScope scope, Engine engine) {
        String name = up(scope.project("l"), Map.of("web", shell("echo new >/file; " + SLEEP)))
                .name();
        String image = scope.name("committed") + ":1";

        String id = compose.commit(
                name,
                CommitOptions.builder()
                        .service("web")
                        .repository(image)
                        .author("Me")
                        .message("what is new")
                        .changes(List.of("ENV COLOUR=red", "EXPOSE 80"))
                        .build());

        var details = engine.images().find(image).orElseThrow();
        assertThat(details.id()).isEqualTo(id);
        assertThat(details.raw().string("Author")).isEqualTo("Me");
        assertThat(details.raw().string("Comment")).isEqualTo("what is new");
        assertThat(details.config().strings("Env")).contains("COLOUR=red");
        engine.images().remove(image, true);
        assertThatThrownBy(() -> compose.commit(name, CommitOptions.of("nope")))
                .hasMessageStartingWith("service \"nope\" has no container; ");
    }

    @Test
    void exportsAContainerThatHasEnded(EngineScope scope) throws IOException {
        String name = up(scope.project("m"), Map.of("web", shell("echo hello >/greeting")))
                .name();
        compose.awaitExit(name, WaitOptions.defaults(), exit -> {});
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        compose.export(name, "web", 0, out);

        List<String> files = new ArrayList<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            files.add(entry.getName());
        }
        assertThat(files).contains("greeting", "bin");
    }
}
