package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.MountPoint;
import io.github.jcompose.runtime.plan.Recreate;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.FaultyEngine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left when an operation dies in the middle, and what the next one makes of it. */
@Timeout(300)
class FaultsIT extends Scenario {
    private static final UpOptions QUICK =
            UpOptions.builder().timeout(Duration.ZERO).build();

    /** {@return whether the operation was killed; the engine takes so many changes before that} */
    private boolean killed(int changes, Consumer<Compose> operation) {
        try (Workers workers = new Workers(0)) {
            Compose dying = new EngineCompose(new Connection(
                    FaultyEngine.dyingAfter(changes, engine),
                    workers,
                    new Events(recorded),
                    environment,
                    Clock.systemUTC()));
            operation.accept(dying);
            return false;
        } catch (FaultyEngine.Killed e) {
            return true;
        }
    }

    private String volumeAt(String container, String place) {
        return container(container).mounts().stream()
                .filter(m -> m.destination().equals(place))
                .map(MountPoint::name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecreationThatDiesAnywhereIsCompletedByTheNextUp(EngineScope scope) {
        Map<String, Object> body = new LinkedHashMap<>(scope.shell("sleep 600"));
        String foreign =
                engine.containers().create(scope.name("foreign"), null, body).id();
        boolean killed = true;
        for (int changes = 0; killed; changes++) {
            String yaml = """
                    services:
                      web: {<<: *lone, environment: {N: "%s"}, volumes: [/anonymous, "data:/data"]}
                    volumes: {data: {}}
                    """;
            up(yaml.formatted(0));
            run("web-1", "sh", "-c", "echo kept > /anonymous/file; echo kept > /data/file");
            String anonymous = volumeAt("web-1", "/anonymous");
            Project changed = load(yaml.formatted(1));
            killed = killed(changes, c -> c.up(changed, QUICK));
            compose.up(changed, QUICK);

            String when = "killed after " + changes + " changes";
            assertThat(all()).as(when).containsExactly("web-1");
            assertThat(running()).as(when).containsExactly("web-1");
            assertThat(json("web-1", "Config/Env/0")).as(when).isEqualTo("\"N=1\"");
            assertThat(volumeAt("web-1", "/anonymous")).as(when).isEqualTo(anonymous);
            assertThat(run("web-1", "cat", "/anonymous/file", "/data/file"))
                    .as(when)
                    .isEqualTo("kept\nkept");
            assertThat(engine.containers().find(foreign)).as(when).isPresent();
            assertThat(compose.plan(changed, QUICK).toTree()).as(when).isEqualTo("Nothing to do.");
        }
    }

    @Test
    void aNetworkReplacementThatDiesAnywhereIsCompletedByTheNextUp() {
        boolean killed = true;
        for (int changes = 0; killed; changes++) {
            String yaml = """
                    services: {web: {<<: *idle, networks: {lan: {aliases: [front]}}}}
                    networks: {lan: {labels: {v: "%s"}}}
                    """;
            up(yaml.formatted("even"));
            Project changed = load(yaml.formatted("odd"));
            killed = killed(changes, c -> c.up(changed, QUICK));
            compose.up(changed, QUICK);

            String when = "killed after " + changes + " changes";
            assertThat(running()).as(when).containsExactly("web-1");
            assertThat(json("web-1", "NetworkSettings/Networks/" + name + "_lan/Aliases"))
                    .as(when)
                    .contains("\"front\"", "\"web\"");
            assertThat(compose.plan(changed, QUICK).toTree()).as(when).isEqualTo("Nothing to do.");
        }
    }

    @Test
    void aRenewalOfAnonymousVolumesThatDiesAnywhereIsCompletedByTheNextUp() {
        boolean killed = true;
        for (int changes = 0; killed; changes++) {
            String yaml = "services: {web: {<<: *lone, volumes: [/anonymous, 'data:/data']}}\nvolumes: {data: {}}";
            Project project = up(yaml);
            run("web-1", "sh", "-c", "echo kept > /data/file");
            UpOptions renew = QUICK.toBuilder().renewAnonymousVolumes(true).build();
            killed = killed(changes, c -> c.up(project, renew));
            compose.up(project, QUICK);
            String when = "killed after " + changes + " changes";
            assertThat(all()).as(when).containsExactly("web-1");
            assertThat(running()).as(when).containsExactly("web-1");
            assertThat(run("web-1", "cat", "/data/file")).as(when).isEqualTo("kept");
        }
    }

    @Test
    void aDownThatDiesAnywhereIsCompletedByTheNextDown() {
        boolean killed = true;
        for (int changes = 0; killed; changes++) {
            Project project = up("""
                    services:
                      web: {<<: *idle, depends_on: [db], volumes: ["data:/data"]}
                      db: {<<: *idle}
                    volumes: {data: {}}
                    """);
            killed = killed(changes, c -> c.down(project, AT_ONCE));
            compose.down(project, AT_ONCE);
            assertThat(all()).isEmpty();
            assertThat(engine.networks().find(name + "_default")).isEmpty();
            assertThat(engine.volumes().find(name + "_data")).isPresent();
        }
    }

    @Test
    void aForeignContainerOfTheWantedNameIsNamedAndLeftAlone(EngineScope scope) {
        Map<String, Object> body = new LinkedHashMap<>(scope.shell("sleep 600"));
        String foreign = engine.containers().create(name + "-web-1", null, body).id();
        assertThatThrownBy(() -> up("services: {web: {<<: *lone}}"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining(name + "-web-1")
                .hasMessageContaining("already in use");
        assertThat(engine.containers().find(foreign)).isPresent();
    }

    @Test
    void aRecreationWhoseStartFailsIsCompletedOnceTheCauseIsGone() {
        String yaml = "services: {web: {<<: *lone, init: false, volumes: [/anonymous], command: [%s, '600']}}";
        up(yaml.formatted("sleep"));
        run("web-1", "sh", "-c", "echo kept > /anonymous/file");
        assertThatThrownBy(() -> up(yaml.formatted("none-such"))).isInstanceOf(ComposeException.class);
        assertThat(all()).containsExactly("web-1");
        up(yaml.formatted("sleep"));
        assertThat(run("web-1", "cat", "/anonymous/file")).isEqualTo("kept");
    }

    @Test
    void anInterruptLeavesAStateThatTheSameCommandCompletes() throws InterruptedException {
        Project project = load("""
                services:
                  web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
                  db: {<<: *lone, healthcheck: {test: [CMD, test, -e, /ready], interval: 100ms, retries: 10000}}
                """);
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try (Compose other = Compose.connect(ConnectOptions.builder()
                    .listener(event -> {
                        if (event.toString().contains("Waiting")) {
                            waiting.countDown();
                        }
                    })
                    .build())) {
                other.up(project, QUICK);
            } catch (ComposeException e) {
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        waiting.await();
        thread.interrupt();
        thread.join();
        assertThat(stillInterrupted).isTrue();
        assertThat(running()).containsExactly("db-1");
        run("db-1", "touch", "/ready");
        compose.up(project, QUICK);
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void twoUpsOfOneProjectAtOnceLeaveItAsWanted() throws InterruptedException {
        String yaml = """
                services:
                  web: {<<: *idle, scale: 2, environment: {N: "%s"}, volumes: ["data:/data"]}
                  db: {<<: *idle}
                volumes: {data: {}}
                """;
        for (int round = 0; round < 2; round++) {
            Project project = load(yaml.formatted(round));
            List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                threads.add(new Thread(() -> {
                    try (Compose other = Compose.connect()) {
                        other.up(project, QUICK);
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).allSatisfy(e -> assertThat(e).isInstanceOf(ComposeException.class));
            compose.up(project, QUICK);
            assertThat(running()).containsExactly("db-1", "web-1", "web-2");
            assertThat(all()).hasSize(3);
            assertThat(json("web-1", "Config/Env/0")).isEqualTo("\"N=" + round + "\"");
        }
    }

    @Test
    void aForcedRecreationOfAnInterruptedOneKeepsTheAnonymousVolume() {
        String yaml = "services: {web: {<<: *lone, volumes: [/anonymous]}}";
        for (int changes = 1; changes < 5; changes++) {
            Project project = up(yaml);
            run("web-1", "sh", "-c", "echo kept > /anonymous/file");
            UpOptions force = QUICK.toBuilder().recreate(Recreate.ALWAYS).build();
            killed(changes, c -> c.up(project, force));
            compose.up(project, force);
            assertThat(all()).containsExactly("web-1");
            assertThat(run("web-1", "cat", "/anonymous/file")).isEqualTo("kept");
        }
    }
}
