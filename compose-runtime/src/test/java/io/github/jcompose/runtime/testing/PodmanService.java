package io.github.jcompose.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Podman's service that speaks Docker's API, with a store and settings of its own. */
public final class PodmanService {
    private static final String REGISTRIES = """
            unqualified-search-registries = ["docker.io"]
            [[registry]]
            prefix = "docker.io"
            location = "docker.io"
            [[registry.mirror]]
            location = "127.0.0.1:5000"
            insecure = true
            """;

    private static final String CONTAINERS = """
            [containers]
            default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
            [engine]
            cgroup_manager = "cgroupfs"
            events_logger = "file"
            """;

    /** Podman leaves healthchecks to timers of systemd. Where there is none, somebody else must run them. */
    private static final String HEALTHCHECKS = """
            while sleep 1; do
              for container in $("$@" ps --quiet); do "$@" healthcheck run "$container"; done
            done""";

    private final Path folder;
    private final Process process;
    private final Process healthchecks;

    private PodmanService(Path folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        ProcessBuilder podman = podman(folder);
        podman.command().addAll(0, List.of("sh", "-c", HEALTHCHECKS, "sh"));
        this.healthchecks = podman.redirectErrorStream(true)
                .redirectOutput(folder.resolve("healthchecks.log").toFile())
                .start();
    }

    /** {@return a service that listens} */
    public static PodmanService start() throws IOException, InterruptedException {
        // Its own path must be short enough for a socket.
        Path folder = Files.createTempDirectory("pod");
        Files.writeString(folder.resolve("registries.conf"), REGISTRIES);
        Files.writeString(folder.resolve("containers.conf"), CONTAINERS);
        Process process = podman(folder, "system", "service", "--time", "0", "unix://" + folder.resolve("s.sock"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
        for (int i = 0; i < 300 && process.isAlive() && !Files.exists(folder.resolve("s.sock")); i++) {
            Thread.sleep(100);
        }
        if (!Files.exists(folder.resolve("s.sock"))) {
            process.destroy();
            throw new IOException("podman does not listen: " + Files.readString(folder.resolve("service.log")));
        }
        return new PodmanService(folder, process);
    }

    private static ProcessBuilder podman(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "podman",
                "--root",
                folder.resolve("root").toString(),
                "--runroot",
                folder.resolve("run").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "CONTAINERS_CONF",
                        folder.resolve("containers.conf").toString(),
                        "CONTAINERS_REGISTRIES_CONF",
                        folder.resolve("registries.conf").toString()));
        return builder;
    }

    /** {@return where it listens} */
    public String host() {
        return "unix://" + folder.resolve("s.sock");
    }

    /** Ends it, and removes all that it kept. */
    public void stop() throws IOException, InterruptedException {
        healthchecks.destroy();
        healthchecks.waitFor(30, TimeUnit.SECONDS);
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
        podman(folder, "system", "reset", "--force")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("reset.log").toFile())
                .start()
                .waitFor(120, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
