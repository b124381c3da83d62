package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import io.github.jcompose.runtime.session.ExecResult;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a program does with a running project. */
class EnvironmentIT extends Scenario {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String SHOP = """
            services:
              web:
                image: busybox:1.36
                init: true
                stop_grace_period: 0s
                container_name: shop-web
                command: [sh, -c, "mkdir /www && hostname > /www/index.html && echo serving && httpd -f -p 8080 -h /www"]
                ports: ["127.0.0.1:18099:8080"]
                depends_on: {db: {condition: service_healthy}, setup: {condition: service_completed_successfully}}
              db:
                <<: *idle
                command: [sh, -c, "echo ready to work; sleep 600"]
                healthcheck: {test: [CMD, test, -f, /data/set-up], interval: 200ms, retries: 50}
                volumes: ["data:/data"]
                networks: {default: {aliases: [store]}}
              setup:
                <<: *idle
                command: [sh, -c, "echo set up > /data/set-up"]
                volumes: ["data:/data"]
            volumes: {data: {name: shop-data}}
            networks: {default: {ipam: {config: [{subnet: 10.213.77.0/24}]}}}
            """;

    private static String get(URI uri) throws IOException {
        try (var body = uri.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private Environment open(String yaml, WaitFor... waits) {
        return compose.open(
                load(yaml),
                EnvironmentOptions.isolated()
                        .timeout(Duration.ofMinutes(1))
                        .waits(List.of(waits))
                        .build());
    }

    private List<String> leftOf(Environment environment) {
        Filters own = Filters.label("com.docker.compose.project", environment.name());
        List<String> left = new ArrayList<>();
        engine.containers().list(own, true).forEach(c -> left.add(c.name()));
        engine.networks().list(own).forEach(n -> left.add(n.name()));
        engine.volumes().list(own).forEach(v -> left.add(v.name()));
        return left;
    }

    @Test
    void eightCopiesOfOneFileRunAtOnceAndEachHasItsOwnData() throws Exception {
        Project shop = load(SHOP);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Environment>> copies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String data = "data of " + i;
            copies.add(threads.submit(() -> {
                Environment copy =
                        compose.open(shop, EnvironmentOptions.isolated().build());
                try (copy) {
                    ServiceHandle db = copy.service("db");
                    db.exec("sh", "-c", "echo " + data + " > /data/own").out();
                    assertThat(db.exec("cat", "/data/own").out()).isEqualTo(data + "\n");
                    assertThat(db.exec("cat", "/data/set-up").out()).isEqualTo("set up\n");
                    String id = copy.service("web").containerId();
                    copy.await(SOON, WaitFor.http("web", 8080, "/"));
                    assertThat(get(copy.service("web").uri("http", 8080))).isEqualTo(id.substring(0, 12));
                    assertThat(db.exec("wget", "-qO-", "http://shop-web:8080/").out())
                            .isEqualTo(id.substring(0, 12) + "\n");
                }
                return copy;
            }));
        }
        Set<String> names = new java.util.TreeSet<>();
        for (Future<Environment> copy : copies) {
            names.add(copy.get().name());
            assertThat(leftOf(copy.get())).isEmpty();
        }
        threads.shutdown();
        assertThat(names).hasSize(8).allMatch(n -> n.startsWith(name.substring(0, Math.min(30, name.length())) + "-"));
    }

    @Test
    void tellsOfItsServices() {
        try (Environment shop = open(SHOP)) {
            assertThat(shop.containers())
                    .extracting(c -> c.service() + " " + c.state())
                    .containsExactlyInAnyOrder("db running", "setup exited", "web running");
            assertThat(shop.service("db").health()).isEqualTo("healthy");
            assertThat(shop.service("setup").state()).isEqualTo("exited");
            assertThat(shop.service("setup").exitCode()).isZero();
            assertThat(shop.service("web").hostPort(8080)).isNotEqualTo(18099).isPositive();
            assertThat(shop.service("db").logs()).containsExactly("ready to work");
            assertThat(shop.snapshot().text()).contains("ready to work", "setup", "exited, exit code 0");
            assertThatThrownBy(() -> shop.service("dbb"))
                    .hasMessage("no such service: \"dbb\"; project \"" + shop.name() + "\" has db, setup, web");
            assertThatThrownBy(() -> shop.service("web").port(81))
                    .hasMessageContaining("no port 81/tcp published")
                    .hasMessageContaining("->8080/tcp");
        }
    }

    @Test
    void runsCommandsAndCopiesFiles() throws IOException {
        try (Environment one = open("services: {app: *lone}")) {
            ServiceHandle app = one.service("app");
            ExecResult result = app.exec("sh", "-c", "echo out; echo err >&2; exit 3");
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).isEqualTo("out\n");
            assertThat(result.err()).isEqualTo("err\n");

            Files.writeString(folder.resolve("in.txt"), "copied");
            app.copyInto(folder.resolve("in.txt"), "/tmp/in.txt");
            app.copyFrom("/tmp/in.txt", folder.resolve("out.txt"));
            assertThat(folder.resolve("out.txt")).hasContent("copied");
        }
    }

    @Test
    void findsPublishedUdpPorts() throws IOException {
        String yaml = """
                services:
                  sink:
                    <<: *idle
                    command: [nc, -u, -l, "9"]
                    ports: ["9999:9/udp"]
                """;
        try (Environment one = open(yaml);
                DatagramSocket socket = new DatagramSocket()) {
            ServiceHandle sink = one.service("sink");
            PublishedAddress address = sink.port(9, "udp");
            assertThat(address.port()).isNotEqualTo(9999).isPositive();
            InetAddress host = InetAddress.getByName(address.address());
            byte[] ping = "ping\n".getBytes(StandardCharsets.UTF_8);
            one.await(SOON, WaitFor.that("a datagram", e -> {
                send(socket, new DatagramPacket(ping, ping.length, host, address.port()));
                return sink.logs().contains("ping");
            }));
        }
    }

    private static void send(DatagramSocket socket, DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void followsLogsUntilItIsTold() throws InterruptedException {
        String yaml = """
                services:
                  a: {<<: *lone, command: [sh, -c, "while :; do echo tick a; sleep 0.2; done"]}
                  b: {<<: *lone, command: [sh, -c, "while :; do echo tick b; sleep 0.2; done"]}
                """;
        BlockingQueue<LogLine> all = new LinkedBlockingQueue<>();
        BlockingQueue<LogLine> onlyB = new LinkedBlockingQueue<>();
        try (Environment two = open(yaml);
                FollowedLogs everything = two.followLogs(all::add)) {
            FollowedLogs ofB = two.service("b").followLogs(onlyB::add);
            assertThat(onlyB.poll(20, TimeUnit.SECONDS))
                    .extracting(LogLine::text)
                    .isEqualTo("tick b");
            Set<String> seen = new java.util.HashSet<>();
            while (seen.size() < 2) {
                LogLine line = all.poll(20, TimeUnit.SECONDS);
                assertThat(line).isNotNull();
                seen.add(line.service());
            }
            assertThat(everything.isActive()).isTrue();
            ofB.close();
            onlyB.clear();
            all.clear();
            assertThat(all.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(onlyB).isEmpty();
        }
    }

    @Test
    void waitsForAllKindsOfConditionsAtOnce() {
        try (Environment shop = open(
                SHOP,
                WaitFor.running("web"),
                WaitFor.healthy("db"),
                WaitFor.completed("setup"),
                WaitFor.logLine("web", "^serv"),
                WaitFor.tcp("web", 8080),
                WaitFor.http("web", 8080, "/index.html"),
                WaitFor.http("web", 8080, "/nothing", 404),
                WaitFor.that("three containers", e -> e.containers().size() == 3))) {
            assertThat(shop.service("web").state()).isEqualTo("running");
        }
    }

    @Test
    void saysWhatItWaitedForInVain() {
        try (Environment one = open("services: {app: {<<: *lone, command: [sh, -c, 'echo busy; sleep 600']}}")) {
            assertThatThrownBy(() -> one.await(
                            Duration.ofMillis(300), WaitFor.logLine("app", "ready"), WaitFor.that("luck", e -> {
                                throw new ComposeException("no luck today");
                            })))
                    .hasMessageStartingWith(
                            "timeout after 300ms waiting for a log line of service \"app\" with /ready/,"
                                    + " and for luck (no luck today)")
                    .hasMessageContaining("last log lines:\n    busy");
            assertThatThrownBy(() -> one.await(SOON, WaitFor.healthy("app")))
                    .hasMessageStartingWith("service \"app\" has no healthcheck while waiting for");
            assertThatThrownBy(() -> one.await(SOON, WaitFor.running("ap")))
                    .hasMessageStartingWith("no such service: \"ap\"");
        }
    }

    @Test
    void saysWhichServiceKeepsItFromComingUp() {
        String yaml = """
                services:
                  good: *lone
                  bad: {<<: *lone, command: [sh, -c, "echo cannot find my keys; exit 3"]}
                """;
        assertThatThrownBy(() -> open(yaml))
                .isInstanceOfSatisfying(
                        EnvironmentException.class,
                        e -> assertThat(e.snapshot().containers()).hasSize(2))
                .hasMessageContaining("did not come up: container")
                .hasMessageContaining("bad-1 exited (3)")
                .hasMessageContaining("cannot find my keys");
        assertThat(engine.containers().list(Filters.none(), true))
                .noneMatch(c -> c.name().startsWith(name + "-"));
    }

    @Test
    void givesUpOnADependencyThatNeverCompletes() {
        String yaml = """
                services:
                  app: {<<: *lone, depends_on: {job: {condition: service_completed_successfully}}}
                  job: {<<: *lone, command: [sh, -c, "echo still at it; sleep 600"]}
                """;
        assertThatThrownBy(() -> compose.open(
                        load(yaml),
                        EnvironmentOptions.isolated()
                                .timeout(Duration.ofSeconds(2))
                                .build()))
                .hasMessageContaining("did not come up: not up after 2s")
                .hasMessageContaining("app-1: Created");
    }

    @Test
    void movesServicesFromStateToState() {
        try (Environment one = open("services: {app: *lone}")) {
            ServiceHandle app = one.service("app");
            String id = app.containerId();
            app.pause();
            assertThat(app.state()).isEqualTo("paused");
            app.unpause();
            app.kill("SIGKILL");
            assertThat(app.exitCode()).isEqualTo(137);
            app.start();
            one.await(SOON, WaitFor.running("app"));
            app.restart();
            app.stop();
            assertThat(app.state()).isEqualTo("exited");
            app.start();
            app.scale(3);
            assertThat(app.containers()).extracting(ContainerInfo::number).containsExactly(1, 2, 3);
            assertThat(app.containerId()).isEqualTo(id);
            assertThat(app.replica(2).containerId()).isNotEqualTo(id);
            assertThatThrownBy(() -> app.replica(4).containerId()).hasMessageContaining("has no container #4");
        }
    }

    @Test
    void cutsAServiceFromANetworkAndHealsIt() {
        try (Environment shop = open(SHOP)) {
            ServiceHandle db = shop.service("db");
            ServiceHandle web = shop.service("web");
            assertThat(web.exec("ping", "-c1", "-W2", "store").exitCode()).isZero();

            db.disconnect("default");
            db.disconnect("default");
            assertThat(web.exec("ping", "-c1", "-W1", "store").exitCode()).isNotZero();

            db.reconnect("default");
            db.reconnect("default");
            for (String alias : List.of("store", "db")) {
                assertThat(web.exec("ping", "-c1", "-W2", alias).exitCode())
                        .as(alias)
                        .isZero();
            }
            web.disconnect("default");
            web.reconnect("default");
            shop.await(SOON, WaitFor.http("web", 8080, "/"));
            assertThat(db.exec("ping", "-c1", "-W2", "shop-web").exitCode()).isZero();
            assertThatThrownBy(() -> web.disconnect("front"))
                    .hasMessage("service \"web\" is not on a network \"front\"; it is on default");
        }
    }

    @Test
    void refusesNamesThatCanBeUsedOnce() {
        assertThatThrownBy(() -> compose.open(
                        load(SHOP),
                        EnvironmentOptions.isolated()
                                .fixedNames(FixedNames.REFUSE)
                                .build()))
                .hasMessage(
                        "services.web.container_name: 'shop-web' can be used once on an engine; remove it, or let it"
                                + " be replaced");
    }

    @Test
    void findsAReusableEnvironmentAgain() {
        EnvironmentOptions reuse = EnvironmentOptions.isolated().reuse(true).build();
        Project project = load("services: {app: {<<: *idle, labels: {of: " + name + "}}}");
        Environment first = compose.open(project, reuse);
        try {
            String id = first.service("app").containerId();
            first.close();
            try (Environment second = compose.open(project, reuse)) {
                assertThat(second.service("app").containerId()).isEqualTo(id);
            }
            Project other = project.toBuilder()
                    .services(Map.of(
                            "app",
                            project.services().get("app").toBuilder()
                                    .hostname("else")
                                    .build()))
                    .build();
            Environment third = compose.open(other, reuse);
            assertThat(third.name()).isNotEqualTo(first.name());
            compose.down(third.project(), AT_ONCE);
        } finally {
            compose.down(first.project(), AT_ONCE);
        }
    }

    @Test
    void goesDownWithItsConnection() {
        Compose own = Compose.connect();
        Environment one = own.open(
                load("services: {app: *idle}"), EnvironmentOptions.isolated().build());
        assertThat(leftOf(one)).isNotEmpty();
        own.close();
        assertThat(leftOf(one)).isEmpty();
        one.close();
    }

    @Test
    void leavesAProjectThatIsNotItsOwnAsItIs() {
        try (Environment plain = compose.open(
                load("services: {app: *lone}"), EnvironmentOptions.builder().build())) {
            assertThat(plain.name()).isEqualTo(name);
            assertThat(plain.containers().stream()
                            .map(ContainerInfo::labels)
                            .map(Map::keySet)
                            .flatMap(Set::stream))
                    .doesNotContain("io.github.jcompose.owner");
        }
        assertThat(all()).isEmpty();
    }
}
