package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Endpoint;
import io.github.jcompose.runtime.engine.Filters;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A JVM in a container that has the engine's socket. There is no image with Java: the container has the system's
 * libraries and this very JDK mounted.
 */
@EnabledOnOs(OS.LINUX)
class JvmInContainerIT extends Scenario {
    private static final Duration SOON = Duration.ofSeconds(90);

    private Project guest(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home")).toRealPath().toString();
        String classPath = OtherJvm.classPath();
        Set<String> mounts = new LinkedHashSet<>(List.of("/usr", "/lib", "/lib64", java, folder.toString()));
        mounts.addAll(List.of(classPath.split(File.pathSeparator)));
        try (Stream<Path> settings = Files.list(Path.of("/etc"))) {
            // Where Debian keeps what its JDKs link to.
            settings.map(Path::toString)
                    .filter(path -> path.startsWith("/etc/java-"))
                    .forEach(mounts::add);
        }
        String volumes = mounts.stream()
                .filter(path -> Files.exists(Path.of(path)))
                .map(path -> "      - {type: bind, source: '" + path + "', target: '" + path + "', read_only: true}")
                .collect(Collectors.joining("\n"));
        return load("""
                services:
                  jvm:
                    image: busybox:1.36
                    stop_grace_period: 0s
                    environment: {DOCKER_HOST: unix:///var/run/docker.sock}
                    entrypoint: [%s/bin/java, -Xmx128m, -cp, '%s', %s, %s]
                    volumes:
                      - {type: bind, source: '%s', target: /var/run/docker.sock}
                %s
                """.formatted(java, classPath, Guest.class.getName(), file, socket(), volumes));
    }

    private String socket() {
        URI host = engine.info().host();
        assumeTrue("unix".equals(host.getScheme()), "the engine has a socket here");
        return host.getPath();
    }

    private List<String> leftOf(String project) {
        Filters own = Filters.label("com.docker.compose.project", project);
        return Stream.concat(
                        engine.containers().list(own, true).stream().map(c -> c.name()),
                        engine.networks().list(own).stream().map(n -> n.name()))
                .toList();
    }

    @Test
    void reachesPortsAtItsGatewayAndIsCleanedUpAfter() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), """
                name: NAME-inner
                services:
                  web:
                    image: busybox:1.36
                    init: true
                    command: [sh, -c, "mkdir /www && echo welcome > /www/index.html && httpd -f -p 80 -h /www"]
                    ports: ["80"]
                """.replace("NAME", name));
        EnvironmentOptions options = EnvironmentOptions.isolated()
                .waits(List.of(WaitFor.logLine("jvm", "^page ")))
                .timeout(SOON)
                .build();
        String inner;
        try (Environment outer = compose.open(guest(file), options)) {
            ServiceHandle jvm = outer.service("jvm");
            List<String> line = List.of(jvm.logs().stream()
                    .filter(text -> text.startsWith("page "))
                    .findFirst()
                    .orElseThrow()
                    .split(" "));
            inner = line.get(1);
            Endpoint endpoint = engine.containers()
                    .inspect(jvm.containerId())
                    .networks()
                    .values()
                    .iterator()
                    .next();
            assertThat(line.get(2)).isEqualTo(endpoint.raw().string("Gateway"));
            assertThat(line.get(3)).isEqualTo("welcome");

            compose.removeAbandoned();
            assertThat(leftOf(inner)).as("its container runs").isNotEmpty();
            jvm.kill("SIGKILL");
        }
        compose.removeAbandoned();
        for (int i = 0; i < 100 && !leftOf(inner).isEmpty(); i++) {
            // Another program may be cleaning up at this moment.
            Thread.sleep(50);
        }
        assertThat(leftOf(inner)).isEmpty();
    }
}
