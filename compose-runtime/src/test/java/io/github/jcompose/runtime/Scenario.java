package io.github.jcompose.runtime;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A compose file, calls, and what the engine then says. In the files {@code *idle} stands for a container that does
 * nothing until it is stopped, and stops at once; {@code *lone} for one that is on no network, too.
 */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
@SuppressWarnings("NullAway.Init")
abstract class Scenario {
    private static final String PREFIX = """
            x-idle: &idle {image: 'busybox:1.36', command: [sleep, '600'], stop_grace_period: 0s, init: true}
            x-lone: &lone {<<: *idle, network_mode: none}
            """;

    static final DownOptions AT_ONCE =
            DownOptions.builder().timeout(Duration.ZERO).build();

    final Recorded recorded = new Recorded();

    @TempDir
    Path folder;

    Engine engine;
    Compose compose;
    String name;
    Map<String, String> environment = new TreeMap<>(System.getenv());

    @BeforeEach
    void begin(EngineScope scope, Engine engine) {
        this.engine = engine;
        this.name = scope.project("s");
        scope.pull(EngineScope.BUSYBOX);
        this.compose =
                Compose.connect(ConnectOptions.builder().listener(recorded).build());
    }

    @AfterEach
    void end() {
        compose.close();
    }

    /** {@return the project of that file} */
    Project load(String yaml) {
        return ComposeLoader.builder()
                .files(List.of("-"))
                .standardInput(new ByteArrayInputStream((PREFIX + yaml).getBytes(StandardCharsets.UTF_8)))
                .workingDirectory(folder)
                .projectDirectory(folder)
                .projectName(name)
                .environment(environment)
                .build()
                .load();
    }

    /** {@return the project of that file, brought up} */
    Project up(String yaml) {
        return up(yaml, options -> options);
    }

    /** {@return the project of that file, brought up with those options} */
    Project up(String yaml, UnaryOperator<UpOptionsBuilder> options) {
        Project project = load(yaml);
        up(project, options);
        return project;
    }

    void up(Project project, UnaryOperator<UpOptionsBuilder> options) {
        compose.up(
                project,
                options.apply(UpOptions.builder().timeout(Duration.ZERO)).build());
    }

    /** {@return the container, such as {@code web-1}} */
    ContainerDetails container(String suffix) {
        return engine.containers().inspect(name + "-" + suffix);
    }

    String id(String suffix) {
        return container(suffix).id();
    }

    /** {@return the names of the running containers without the project's} */
    List<String> running() {
        return names(false);
    }

    /** {@return the names of all containers without the project's} */
    List<String> all() {
        return names(true);
    }

    private List<String> names(boolean all) {
        return engine.containers().list(Filters.label("com.docker.compose.project", name), all).stream()
                .map(ContainerSummary::name)
                .map(n -> n.replace(name + "-", ""))
                .sorted()
                .toList();
    }

    /** {@return what the engine says of a container at a path such as {@code HostConfig/Memory}, as JSON} */
    String json(String suffix, String path) {
        return at(container(suffix).raw().map(), path);
    }

    static String at(@Nullable Object root, String path) {
        Object value = root;
        for (String part : path.split("/")) {
            String key = part.replace("~1", "/");
            if (value instanceof Map<?, ?> map) {
                value = map.get(key);
            } else if (value instanceof List<?> list && key.matches("[0-9]+")) {
                int index = Integer.parseInt(key);
                value = index < list.size() ? list.get(index) : null;
            } else {
                value = null;
            }
        }
        return Json.compact(value);
    }

    /** {@return the first line that a command prints in a container} */
    String run(String suffix, String... command) {
        Map<String, Object> body = Map.of("AttachStdout", true, "AttachStderr", true, "Cmd", List.of(command));
        String exec = engine.execs().create(id(suffix), body);
        StringBuilder output = new StringBuilder();
        try (var attachment = engine.execs().start(exec, false)) {
            for (var frame = attachment.next(); frame != null; frame = attachment.next()) {
                output.append(new String(frame.bytes(), StandardCharsets.UTF_8));
            }
        }
        return output.toString().strip();
    }
}
