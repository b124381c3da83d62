package io.github.jcompose.runtime.testing;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An engine of a test's own, to be stopped and started: it shares neither files nor networks nor rules with any other,
 * and has no network for containers but {@code none} and {@code host}.
 */
public final class OwnEngine implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin");

    private final Path program;
    private final Path folder;
    private final boolean liveRestore;
    private final Thread hook = new Thread(this::endProcess);
    private Process process;

    private OwnEngine(Path program, Path folder, boolean liveRestore) throws IOException {
        this.program = program;
        this.folder = folder;
        this.liveRestore = liveRestore;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * {@return an engine that answers; the test is skipped where there can be none, and fails where {@code CI} is true}
     *
     * @param liveRestore whether containers run on while it does not
     */
    public static OwnEngine start(boolean liveRestore) throws IOException {
        Optional<Path> program = FOLDERS.stream()
                .map(folder -> Path.of(folder, "dockerd"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() || !"root".equals(System.getProperty("user.name"))) {
            String message = "an engine of its own needs dockerd and root";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        // The path must be short enough for a socket.
        return new OwnEngine(program.orElseThrow(), Files.createTempDirectory("own"), liveRestore);
    }

    private Process launch() throws IOException {
        Files.writeString(folder.resolve("daemon.json"), """
                {"data-root": "%1$s/data", "exec-root": "%1$s/exec", "pidfile": "%1$s/pid", "hosts": ["%2$s"],
                 "bridge": "none", "iptables": false, "ip-forward": false, "ip-masq": false, "live-restore": %3$s}
                """.formatted(folder, host(), liveRestore));
        String name = folder.getFileName().toString();
        // In a network of its own: without a bridge an engine removes the one that it finds, which is another's.
        ProcessBuilder builder = new ProcessBuilder(
                "unshare",
                "--net",
                program.toString(),
                "--config-file=" + folder.resolve("daemon.json"),
                "--containerd-namespace=" + name,
                "--containerd-plugins-namespace=" + name + "-plugins");
        builder.environment().merge("PATH", String.join(":", FOLDERS), (path, more) -> path + ":" + more);
        Process started = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        while (!answers()) {
            if (!started.isAlive()) {
                throw new IOException("dockerd has ended: " + Files.readString(log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return started;
    }

    private boolean answers() {
        try (Engine engine = connect()) {
            engine.version();
            return true;
        } catch (ComposeException e) {
            return false;
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** {@return where it listens} */
    public String host() {
        return "unix://" + folder.resolve("e.sock");
    }

    /** {@return a connection to it, to be closed} */
    public Engine connect() {
        return Engines.connect(HostOptions.of(Map.of()).host(host()));
    }

    /** Gives it an image of another engine. */
    public void load(Engine other, String image) throws IOException {
        EngineRequest saving =
                EngineRequest.of("GET", "/images/get").query("names", image).unlimited();
        try (Engine engine = connect();
                EngineResponse saved = other.request(saving);
                EngineResponse loaded = engine.request(EngineRequest.of("POST", "/images/load")
                        .tar(saved.content())
                        .unlimited())) {
            loaded.content().readAllBytes();
        }
    }

    /** Stops it, as a service manager does. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Starts it again; it has what it had. */
    public void startAgain() throws IOException {
        process = launch();
    }

    private void endProcess() {
        process.destroy();
    }

    @Override
    public void close() throws IOException {
        if (!process.isAlive()) {
            // Containers that run on without it are to be removed.
            process = launch();
        }
        try (Engine engine = connect()) {
            engine.containers()
                    .list(Filters.none(), true)
                    .forEach(container -> engine.containers().remove(container.id(), true, true));
        }
        stop();
        Runtime.getRuntime().removeShutdownHook(hook);
        unmount();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void unmount() throws IOException {
        List<String> places = new ArrayList<>(Files.readAllLines(Path.of("/proc/mounts")).stream()
                .map(line -> line.split(" ", -1)[1])
                .filter(place -> place.startsWith(folder + "/"))
                .toList());
        Collections.reverse(places);
        for (String place : places) {
            new ProcessBuilder("umount", place).inheritIO().start().onExit().join();
        }
    }
}
