package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.model.VolumeOptions;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.ContainerAttachOptions;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.ExecResult;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.session.WindowSize;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RequiresEngine
@Timeout(120)
class SessionIT {
    private final Recorded recorded = new Recorded();
    private final Compose compose =
            Compose.connect(ConnectOptions.builder().listener(recorded).build());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        compose.close();
    }

    /** A console whose window and signals a test moves. */
    private static final class FakeConsole implements Console {
        volatile WindowSize size = new WindowSize(31, 97);
        volatile @Nullable Listener listener;
        volatile boolean terminal;
        volatile boolean detached;
        volatile int open;

        @Override
        public WindowSize size() {
            return size;
        }

        @Override
        public Session begin(boolean withTerminal, Listener heard) {
            terminal = withTerminal;
            listener = heard;
            open++;
            return () -> open--;
        }

        @Override
        public void detached() {
            detached = true;
        }
    }

    private static ServiceBuilder shell(String script) {
        return Service.builder()
                .image(EngineScope.BUSYBOX)
                .command(List.of("sh", "-c", script))
                .stopGracePeriod(Duration.ZERO);
    }

    private static ServiceBuilder sleeper() {
        return shell("trap exit TERM; sleep 1000 & wait");
    }

    private static Project project(String name, Map<String, ServiceBuilder> services) {
        Map<String, Service> built = new LinkedHashMap<>();
        services.forEach((key, service) -> built.put(key, service.build()));
        return Project.builder()
                .name(name)
                .services(built)
                .environment(Map.of("INHERITED", "from the project"))
                .build();
    }

    private Project up(EngineScope scope, Map<String, ServiceBuilder> services) {
        Project project = project(scope.project(""), services);
        compose.up(project, UpOptions.defaults());
        return project;
    }

    private Streams streams(String input) {
        return Streams.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void execTellsWhatTheCommandDid(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));

        ExecResult result = compose.exec(project, ExecOptions.of("web", "sh", "-c", "echo out; echo err >&2; exit 7"));

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.out()).isEqualTo("out\n");
        assertThat(result.err()).isEqualTo("err\n");
        assertThat(compose.exec(project.name(), ExecOptions.of("web", "true")).exitCode())
                .isZero();
    }

    @Test
    void execSetsVariablesUserAndFolder(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        Map<String, @Nullable String> variables = new HashMap<>();
        variables.put("A", "1 2");
        variables.put("INHERITED", null);

        ExecResult result = compose.exec(
                project,
                ExecOptions.builder("web", "sh", "-c", "echo \"$A $INHERITED\"; id -u; pwd")
                        .environment(variables)
                        .user("1000:1000")
                        .workingDir("/tmp")
                        .build());

        assertThat(result.out()).isEqualTo("1 2 from the project\n1000\n/tmp\n");
    }

    @Test
    void execCarriesMegabytesBothWaysUnchanged(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        byte[] sent = new byte[8_000_000];
        new Random(1).nextBytes(sent);

        int code = compose.exec(
                project, ExecOptions.of("web", "cat"), Streams.of(new ByteArrayInputStream(sent), out, err));

        assertThat(code).isZero();
        assertThat(out.toByteArray()).isEqualTo(sent);
        assertThat(err.size()).isZero();
    }

    @Test
    void execEndsWithTheProcessThoughInputGoesOn(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'y';
            }
        };

        int code = compose.exec(project, ExecOptions.of("web", "head", "-c", "3"), Streams.of(endless, out, err));

        assertThat(code).isZero();
        assertThat(out()).isEqualTo("yyy");
    }

    @Test
    void execWaitsForAProcessThatHasClosedItsOutput(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));

        ExecResult result = compose.exec(project, ExecOptions.of("web", "sh", "-c", "exec >&- 2>&-; sleep 1; exit 6"));

        assertThat(result.exitCode()).isEqualTo(6);
    }

    @Test
    void execGivesTheProcessATerminalOfTheRightSize(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();
        String script = "until [ \"$(stty size 2>&1)\" = '31 97' ]; do sleep 0.05; done; tty; stty size";

        int code = compose.exec(
                project,
                ExecOptions.builder("web", "sh", "-c", script).tty(true).build(),
                new Streams(null, out, err, console));

        assertThat(code).isZero();
        assertThat(out()).startsWith("/dev/pts/").endsWith("\r\n31 97\r\n");
        assertThat(console.terminal).isTrue();
        assertThat(console.open).isZero();
    }

    @Test
    void execFollowsTheWindow(EngineScope scope) throws Exception {
        Project project = up(scope, Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();
        String script = "until [ \"$(stty size 2>&1)\" = '31 97' ]; do sleep 0.05; done; echo first;"
                + " until [ \"$(stty size 2>&1)\" = '40 120' ]; do sleep 0.05; done; echo second";
        OutputStream resizing = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes) throws IOException {
                out.write(bytes);
                Console.Listener listener = console.listener;
                if (out().contains("first") && listener != null) {
                    console.size = new WindowSize(40, 120);
                    listener.resized();
                }
            }
        };

        compose.exec(
                project,
                ExecOptions.builder("web", "sh", "-c", script).tty(true).build(),
                new Streams(null, resizing, err, console));

        assertThat(out()).isEqualTo("first\r\nsecond\r\n");
    }

    @Test
    void execEndsInputOnATerminal(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));

        int code = compose.exec(
                project,
                ExecOptions.builder("web", "sh", "-c", "stty -echo; echo ready; cat; echo done")
                        .tty(true)
                        .build(),
                streams("a line\n"));

        assertThat(code).isZero();
        assertThat(out()).contains("a line").endsWith("done\r\n");
    }

    @Test
    void detachKeysLeaveTheProcessRunning(EngineScope scope) throws Exception {
        Project project = up(scope, Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();
        ByteArrayInputStream typed = new ByteArrayInputStream(new byte[] {1, 'x'});

        int code = compose.exec(
                project,
                ExecOptions.builder("web", "sh", "-c", "touch /started; sleep 777")
                        .tty(true)
                        .detachKeys("ctrl-a,x")
                        .build(),
                new Streams(typed, out, err, console));

        assertThat(code).isZero();
        assertThat(console.detached).isTrue();
        assertThat(console.open).isZero();
        assertThat(compose.exec(
                                project,
                                ExecOptions.of(
                                        "web",
                                        "sh",
                                        "-c",
                                        "until [ -e /started ]; do sleep 0.05; done; ps | grep -c '[s]leep 777'"))
                        .exitCode())
                .isZero();
    }

    @Test
    void aSignalEndsTheSessionOfACommand(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();

        int code = compose.exec(
                project,
                ExecOptions.of("web", "sh", "-c", "echo ready; sleep 1000"),
                new Streams(null, signallingAt(console, "ready", "INT"), err, console));

        assertThat(code).isEqualTo(130);
        assertThat(console.open).isZero();
    }

    /** Sends the signal when the text has come. */
    private OutputStream signallingAt(FakeConsole console, String text, String signal) {
        return new OutputStream() {
            private boolean sent;

            @Override
            public void write(int b) {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                out.write(bytes);
                Console.Listener listener = console.listener;
                if (!sent && out().contains(text) && listener != null) {
                    sent = true;
                    listener.signalled(signal);
                }
            }
        };
    }

    @Test
    void execStartsInTheBackground(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));

        compose.execDetached(project, ExecOptions.of("web", "touch", "/made"));

        assertThat(compose.exec(project, ExecOptions.of("web", "sh", "-c", "until [ -e /made ]; do sleep 0.05; done"))
                        .exitCode())
                .isZero();
    }

    @Test
    void execChoosesAContainer(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper().scale(2)));

        assertThat(hostname(project, 0)).isEqualTo(hostname(project, 1)).isNotEqualTo(hostname(project, 2));
        assertThatThrownBy(() -> hostname(project, 5))
                .isInstanceOf(ComposeException.class)
                .hasMessage("service \"web\" is not running container #5; it runs #1, #2");
    }

    private String hostname(Project project, int index) {
        return compose.exec(
                        project,
                        ExecOptions.builder("web", "hostname").index(index).build())
                .out();
    }

    @Test
    void execSaysWhyItCannot(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper(), "db", sleeper()));
        compose.stop(project, StopOptions.builder().services(List.of("web")).build());

        assertThatThrownBy(() -> compose.exec(project, ExecOptions.of("web", "true")))
                .hasMessage("service \"web\" is not running: " + project.name() + "-web-1 is exited");
        assertThatThrownBy(() -> compose.exec(project, ExecOptions.of("wbe", "true")))
                .hasMessageContaining("no such service: wbe; the project has db, web");
        assertThatThrownBy(() -> compose.exec(project.name(), ExecOptions.of("wbe", "true")))
                .hasMessage("service \"wbe\" is not running; running services: db");
        assertThatThrownBy(() -> compose.exec(project, ExecOptions.of("db")))
                .hasMessage("no command to run in service \"db\"");
        assertThatThrownBy(() -> compose.exec(
                        project,
                        ExecOptions.builder("db", "true")
                                .tty(true)
                                .detachKeys("ctrl-!")
                                .build()))
                .hasMessageContaining("\"ctrl-!\" is no key");
        assertThat(compose.exec(project, ExecOptions.of("db", "no-such-command"))
                        .exitCode())
                .isBetween(126, 127);
    }

    @Test
    void aReaderThatHasGoneEndsTheSession(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> compose.exec(project, ExecOptions.of("web", "yes"), Streams.of(null, closed, err)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void runStartsDependenciesAndWaitsForThem(EngineScope scope, Engine engine) {
        Project project = project(
                scope.project(""),
                Map.of(
                        "web",
                        sleeper()
                                .environment(Map.of("A", "1"))
                                .dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_HEALTHY))),
                        "db",
                        shell("sleep 1; touch /ok; exec sleep 1000")
                                .init(true)
                                .healthcheck(Healthcheck.builder()
                                        .test(List.of("CMD", "test", "-e", "/ok"))
                                        .interval(Duration.ofMillis(200))
                                        .retries(50L)
                                        .build()),
                        "other",
                        sleeper()));

        int code = compose.run(
                project,
                RunOptions.builder("web", "sh", "-c", "echo $A $B; cat; exit 3")
                        .environment(Map.of("B", "2"))
                        .interactive(true)
                        .build(),
                streams("typed"));

        assertThat(code).isEqualTo(3);
        assertThat(out()).isEqualTo("1 2\ntyped");
        List<ContainerInfo> all =
                compose.ps(project, PsOptions.builder().all(true).build());
        assertThat(all).extracting(ContainerInfo::service).containsExactly("db", "web");
        ContainerInfo oneOff = all.get(1);
        assertThat(oneOff.oneOff()).isTrue();
        assertThat(oneOff.number()).isZero();
        assertThat(oneOff.name()).matches(project.name() + "-web-run-[0-9a-f]{12}");
        Map<String, String> labels = engine.containers().inspect(oneOff.id()).labels();
        assertThat(labels)
                .containsEntry("com.docker.compose.oneoff", "True")
                .containsKeys("com.docker.compose.config-hash", "com.docker.compose.image")
                .doesNotContainKey("com.docker.compose.container-number");
        assertThat(labels.get("com.docker.compose.slug"))
                .matches("[0-9a-f]{64}")
                .startsWith(oneOff.name().substring(oneOff.name().length() - 12));
    }

    @Test
    void aOneOffContainerIsNoReplica(EngineScope scope) {
        Project project = project(scope.project(""), Map.of("web", sleeper()));

        String id = compose.runDetached(project, RunOptions.of("web", "sleep", "1000"));
        compose.up(project, UpOptions.defaults());

        assertThat(compose.ps(project, PsOptions.defaults()))
                .extracting(ContainerInfo::name)
                .containsExactly(project.name() + "-web-1");
        assertThat(compose.exec(project, ExecOptions.of("web", "hostname")).out())
                .isNotEqualTo(id.substring(0, 12) + "\n");
        compose.down(
                project,
                DownOptions.builder().removeOrphans(true).timeout(Duration.ZERO).build());
        assertThat(compose.ps(project, PsOptions.builder().all(true).build())).isEmpty();
    }

    @Test
    void execFallsBackToAOneOffContainer(EngineScope scope) {
        Project project = project(scope.project(""), Map.of("web", sleeper()));

        String id = compose.runDetached(project, RunOptions.of("web"));

        assertThat(compose.exec(project, ExecOptions.of("web", "hostname")).out())
                .isEqualTo(id.substring(0, 12) + "\n");
    }

    @Test
    void runWithoutDependenciesStartsNoneButHasItsNetwork(EngineScope scope) {
        Project project = project(
                scope.project(""),
                Map.of(
                        "web",
                        sleeper().dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_HEALTHY))),
                        "db",
                        sleeper()));

        int code = compose.run(
                project, RunOptions.builder("web", "true").noDependencies(true).build(), Streams.of(null, out, err));

        assertThat(code).isZero();
        assertThat(compose.ps(project, PsOptions.builder().all(true).build()))
                .extracting(ContainerInfo::service)
                .containsExactly("web");
    }

    @Test
    void runRemovesTheContainerAndItsAnonymousVolumes(EngineScope scope, Engine engine) {
        Project project = project(
                scope.project(""),
                Map.of(
                        "web",
                        sleeper()
                                .volumes(List.of(Mount.builder()
                                        .type(Mount.VOLUME)
                                        .target("/data")
                                        .volume(VolumeOptions.builder()
                                                .labels(scope.labels())
                                                .build())
                                        .build()))));
        String name = project.name() + "-mine";
        RunOptions options = RunOptions.builder("web", "sh", "-c", "touch /data/x; exit 4")
                .name(name)
                .remove(true)
                .build();

        assertThat(compose.run(
                        project,
                        options.toBuilder().remove(false).name(name + "-kept").build(),
                        Streams.of(null, out, err)))
                .isEqualTo(4);
        assertThat(engine.volumes().list(scope.filters())).hasSize(1);
        engine.containers().remove(name + "-kept", true, true);
        assertThat(compose.run(project, options, Streams.of(null, out, err))).isEqualTo(4);
        assertThat(engine.containers().find(name)).isEmpty();
        assertThat(compose.run(project, options, Streams.of(null, out, err))).isEqualTo(4);
        assertThat(engine.volumes().list(scope.filters())).isEmpty();
    }

    @Test
    void runPassesSignalsOn(EngineScope scope) {
        Project project = project(scope.project(""), Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();

        int code = compose.run(
                project,
                RunOptions.of(
                        "web", "sh", "-c", "trap 'echo hup; exit 9' HUP; echo ready; while :; do sleep 0.1; done"),
                new Streams(null, signallingAt(console, "ready", "HUP"), err, console));

        assertThat(code).isEqualTo(9);
        assertThat(out()).isEqualTo("ready\nhup\n");
        assertThat(console.open).isZero();
    }

    @Test
    void runGivesUpOnAContainerThatDoesNotListen(EngineScope scope) {
        Project project = project(scope.project(""), Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();
        OutputStream threeTimes = new OutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                out.write(bytes);
                Console.Listener listener = console.listener;
                for (int i = 0; i < 3 && listener != null; i++) {
                    listener.signalled("INT");
                }
            }
        };

        int code = compose.run(
                project,
                RunOptions.of("web", "sh", "-c", "trap '' INT; echo ready; sleep 1000"),
                new Streams(null, threeTimes, err, console));

        assertThat(code).isEqualTo(130);
        assertThat(recorded.warnings()).anyMatch(w -> w.contains("was left running"));
    }

    @Test
    void runLeavesNothingOfAContainerThatCannotStart(EngineScope scope) {
        Project project = project(scope.project(""), Map.of("web", sleeper()));

        assertThatThrownBy(
                        () -> compose.run(project, RunOptions.of("web", "no-such-command"), Streams.of(null, out, err)))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("no-such-command");
        assertThat(compose.ps(project, PsOptions.builder().all(true).build())).isEmpty();
    }

    @Test
    void runLeavesNothingWhenADependencyFails(EngineScope scope) {
        Project project = project(
                scope.project(""),
                Map.of(
                        "web",
                        sleeper()
                                .dependsOn(Map.of(
                                        "setup", Dependency.on(DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY))),
                        "setup",
                        shell("echo broken; exit 5")));

        assertThatThrownBy(() -> compose.run(project, RunOptions.of("web", "true"), Streams.of(null, out, err)))
                .hasMessageContaining("service \"setup\" didn't complete successfully: exit 5")
                .hasMessageContaining("broken");
        assertThat(compose.ps(project, PsOptions.builder().all(true).build()))
                .extracting(ContainerInfo::service)
                .containsExactly("setup");
    }

    @Test
    void runEnablesTheServiceThatItNames(EngineScope scope) {
        Project project = Project.builder()
                .name(scope.project(""))
                .disabledServices(Map.of(
                        "tool", shell("echo tool").profiles(List.of("tools")).build()))
                .build();

        assertThat(compose.run(project, RunOptions.of("tool"), Streams.of(null, out, err)))
                .isZero();
        assertThat(out()).isEqualTo("tool\n");
        assertThatThrownBy(() -> compose.run(project, RunOptions.of("tol"), Streams.of(null, out, err)))
                .hasMessageContaining("no such service: tol");
    }

    @Test
    void runRunsHooksAndFailsWithThem(EngineScope scope) {
        Project project = project(
                scope.project(""),
                Map.of(
                        "web",
                        shell("until [ -e /hooked ]; do sleep 0.05; done; echo hooked")
                                .postStart(List.of(Hook.builder()
                                        .command(List.of("touch", "/hooked"))
                                        .build())),
                        "bad",
                        sleeper()
                                .postStart(List.of(Hook.builder()
                                        .command(List.of("sh", "-c", "echo no; exit 2"))
                                        .build()))));

        assertThat(compose.run(project, RunOptions.of("web"), Streams.of(null, out, err)))
                .isZero();
        assertThat(out()).isEqualTo("hooked\n");
        assertThatThrownBy(() -> compose.run(project, RunOptions.of("bad"), Streams.of(null, out, err)))
                .hasMessage("bad hook exited with status 2: no");
        assertThat(compose.ps(project, PsOptions.defaults())).isEmpty();
    }

    @Test
    void runHasATerminalAndPublishesNothing(EngineScope scope, Engine engine) {
        Project project = project(scope.project(""), Map.of("web", sleeper()));
        FakeConsole console = new FakeConsole();

        int code = compose.run(
                project,
                RunOptions.builder(
                                "web",
                                "sh",
                                "-c",
                                "until [ \"$(stty size 2>&1)\" = '31 97' ]; do sleep 0.05; done; tty")
                        .tty(true)
                        .build(),
                new Streams(null, out, err, console));

        assertThat(code).isZero();
        assertThat(out()).startsWith("/dev/");
        ContainerInfo info =
                compose.ps(project, PsOptions.builder().all(true).build()).get(0);
        ContainerDetails container = engine.containers().inspect(info.id());
        assertThat(container.tty()).isTrue();
        assertThat(container.hostConfig().object("RestartPolicy").string("Name"))
                .isIn("", "no");
    }

    @Test
    void anInterruptEndsARunAndItsContainer(EngineScope scope) throws Exception {
        Project project = project(scope.project(""), Map.of("web", sleeper()));
        PipedInputStream ready = new PipedInputStream();
        PipedOutputStream output = new PipedOutputStream(ready);
        FutureTask<Integer> run = new FutureTask<>(() -> compose.run(
                project, RunOptions.of("web", "sh", "-c", "echo ready; sleep 1000"), Streams.of(null, output, err)));
        Thread thread = new Thread(run);
        thread.start();
        assertThat(ready.readNBytes(6)).isEqualTo("ready\n".getBytes(StandardCharsets.UTF_8));

        thread.interrupt();

        assertThatThrownBy(run::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(EngineInterruptedException.class);
        assertThat(compose.ps(
                        project, PsOptions.builder().states(List.of("running")).build()))
                .isEmpty();
    }

    @Test
    void attachPassesInputAndTellsTheExitCode(EngineScope scope) {
        Project project = up(
                scope,
                Map.of("web", shell("read line; echo \"got $line\"; exit 5").stdinOpen(true)));

        int code = compose.attach(project, ContainerAttachOptions.of("web"), streams("hello\n"));

        assertThat(code).isEqualTo(5);
        assertThat(out()).isEqualTo("got hello\n");
    }

    @Test
    void detachKeysLeaveAnAttachedContainerRunning(EngineScope scope) {
        Project project = up(
                scope,
                Map.of(
                        "web",
                        shell("while read line; do :; done").stdinOpen(true).tty(true)));
        FakeConsole console = new FakeConsole();

        int code = compose.attach(
                project,
                ContainerAttachOptions.builder()
                        .service("web")
                        .detachKeys("ctrl-x")
                        .build(),
                new Streams(new ByteArrayInputStream(new byte[] {24}), out, err, console));

        assertThat(code).isZero();
        assertThat(console.detached).isTrue();
        assertThat(compose.ps(project, PsOptions.defaults())).hasSize(1);
    }

    @Test
    void attachPassesSignalsOnUnlessItIsNotTo(EngineScope scope) {
        String script = "trap 'exit 8' INT; while :; do echo ready; sleep 0.1; done";
        Project project = up(scope, Map.of("web", shell(script)));
        FakeConsole first = new FakeConsole();
        FakeConsole second = new FakeConsole();

        assertThat(compose.attach(
                        project,
                        ContainerAttachOptions.builder()
                                .service("web")
                                .noSignals(true)
                                .build(),
                        new Streams(null, signallingAt(first, "ready", "INT"), err, first)))
                .isEqualTo(130);
        out.reset();
        assertThat(compose.attach(
                        project,
                        ContainerAttachOptions.of("web"),
                        new Streams(null, signallingAt(second, "ready", "INT"), err, second)))
                .isEqualTo(8);
    }

    @Test
    void attachSaysWhyItCannot(EngineScope scope) {
        Project project = up(scope, Map.of("web", sleeper()));
        compose.pause(project.name(), List.of());

        assertThatThrownBy(() -> compose.attach(project, ContainerAttachOptions.of("web"), Streams.of(null, out, err)))
                .hasMessageContaining("it is paused; unpause it first");
        compose.unpause(project.name(), List.of());
        assertThatThrownBy(() -> compose.attach(project, ContainerAttachOptions.of("db"), Streams.of(null, out, err)))
                .hasMessageContaining("no such service: db");
    }
}
