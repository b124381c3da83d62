package io.github.jcompose.runtime;

import io.github.jcompose.model.CanonicalTree;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Form;
import io.github.jcompose.model.GoDuration;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.digest.Sha256;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.create.FilesDigest;
import io.github.jcompose.runtime.embed.Isolation;
import io.github.jcompose.runtime.embed.Owner;
import io.github.jcompose.runtime.embed.Reaper;
import io.github.jcompose.runtime.embed.ReuseLock;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Opens environments, and closes those that their users forgot. */
final class Openings implements AutoCloseable {
    /** Our own label: what a reusable environment was made of. */
    private static final String REUSE = "io.github.jcompose.reuse";

    private static final int LONGEST_NAME = 30;
    private static final int DIGITS = 12;
    private static final int CONFLICTS = 5;
    private static final long CONFLICT_PAUSE_MILLIS = 200;

    private final EngineCompose compose;
    private final Connection connection;
    private final Map<LiveEnvironment, Thread> open = new ConcurrentHashMap<>();

    Openings(EngineCompose compose, Connection connection) {
        this.compose = compose;
        this.connection = connection;
    }

    Set<String> removeAbandoned() {
        return new Reaper(connection.engine(), connection.workers(), Owner.current(connection.engine())).run();
    }

    Environment open(Project project, EnvironmentOptions options) {
        boolean cleanUp = options.cleanUp() && !options.reuse();
        if (cleanUp) {
            reap();
        }
        LiveEnvironment environment = new LiveEnvironment(
                compose, connection, copy(project, options, cleanUp), options.host(), e -> end(e, options));
        if (options.reuse()) {
            return reuse(environment, options);
        }
        if (cleanUp) {
            guard(environment);
        }
        return bringUp(environment, options, () -> start(environment.project(), options));
    }

    /** Others that open the same at this moment wait, and find it. */
    private Environment reuse(LiveEnvironment environment, EnvironmentOptions options) {
        ReuseLock lock;
        try {
            lock = ReuseLock.take(environment.name(), connection.events()::warn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException(
                    "interrupted while another process brings up environment " + environment.name(), e);
        }
        try {
            LongSupplier start =
                    isUp(environment) ? System::nanoTime : () -> startShared(environment.project(), options);
            return bringUp(environment, options, start);
        } finally {
            lock.close();
        }
    }

    /**
     * What a process makes that does not share our lock, or that was killed with a request under way, has its name before
     * it is listed: the next look finds it.
     */
    private long startShared(Project project, EnvironmentOptions options) {
        for (int left = CONFLICTS; ; left--) {
            try {
                return start(project, options);
            } catch (EngineConflictException e) {
                if (left == 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(CONFLICT_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        }
    }

    /**
     * @param start starts it if need be, and gives when the time began to count
     */
    private static Environment bringUp(LiveEnvironment environment, EnvironmentOptions options, LongSupplier start) {
        try {
            long begin = start.getAsLong();
            if (!options.waits().isEmpty()) {
                environment.await(options.timeout(), begin + options.timeout().toNanos(), options.waits());
            }
            return environment;
        } catch (ComposeException e) {
            EnvironmentException failure = failure(environment, e);
            if (options.randomName() || options.cleanUp()) {
                closeAfter(failure, environment);
            }
            throw failure;
        }
    }

    private static void closeAfter(EnvironmentException failure, LiveEnvironment environment) {
        try {
            environment.close();
        } catch (ComposeException e) {
            failure.addSuppressed(e);
        }
    }

    private void reap() {
        try {
            removeAbandoned();
        } catch (EngineException e) {
            connection.events().warn("cannot look for what dead processes left: " + e.getMessage());
        }
    }

    private Project copy(Project project, EnvironmentOptions options, boolean cleanUp) {
        boolean replace = options.fixedNames() == FixedNames.REPLACE;
        boolean refuse = options.fixedNames() == FixedNames.REFUSE;
        if (options.reuse()) {
            Project plain = new Isolation("reuse", options.randomPorts(), replace, refuse, Map.of()).of(project);
            String digest = digest(plain);
            Map<String, String> labels = Map.of(REUSE, digest);
            String name = shortened(project.name()) + "-" + digest;
            return new Isolation(name, options.randomPorts(), replace, refuse, labels).of(project);
        }
        String name = options.randomName()
                ? shortened(project.name()) + "-" + UUID.randomUUID().toString().substring(0, 8)
                : project.name();
        Map<String, String> labels =
                cleanUp ? Map.of(Owner.LABEL, Owner.current(connection.engine()).label()) : Map.of();
        return new Isolation(name, options.randomPorts(), replace, refuse, labels).of(project);
    }

    private static String shortened(String name) {
        String given = name.isEmpty() ? "project" : name;
        return given.substring(0, Math.min(given.length(), LONGEST_NAME));
    }

    private static String digest(Project project) {
        String text = Json.compact(CanonicalTree.of(project, Form.JSON)) + FilesDigest.of(project);
        return Sha256.hex(text).substring(0, DIGITS);
    }

    /** {@return whether nothing is left to do: each service runs, is not unhealthy, or has done its work} */
    private static boolean isUp(LiveEnvironment environment) {
        List<ContainerInfo> containers = environment.containers();
        return environment.project().services().entrySet().stream()
                .filter(entry -> entry.getValue().provider() == null)
                .allMatch(entry -> containers.stream()
                                .filter(c -> c.service().equals(entry.getKey()) && isUp(c))
                                .count()
                        >= entry.getValue().replicas());
    }

    private static boolean isUp(ContainerInfo container) {
        boolean healthy = container.health().isEmpty() || container.health().equals("healthy");
        boolean done = container.state().equals("exited") && container.exitCode() == 0;
        return container.state().equals("running") ? healthy : done;
    }

    /** {@return when images and containers were there, in {@link System#nanoTime()}: the time begins to count then} */
    private long start(Project project, EnvironmentOptions options) {
        UpOptions up = options.up().awaitTimeout() == null
                ? options.up().toBuilder().awaitTimeout(options.timeout()).build()
                : options.up();
        Converge converge = new Converge(connection, project, up);
        return connection.events().during("up", () -> {
            converge.create();
            long begin = System.nanoTime();
            CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                    converge::cancelStart,
                    CompletableFuture.delayedExecutor(options.timeout().toNanos(), TimeUnit.NANOSECONDS));
            try {
                if (!up.noStart()) {
                    converge.start(target -> {}, up, line -> {});
                }
            } catch (EngineException e) {
                if (alarm.isDone()) {
                    throw new ComposeException("not up after " + GoDuration.format(options.timeout()), e);
                }
                throw e;
            } finally {
                alarm.cancel(false);
            }
            return begin;
        });
    }

    private static EnvironmentException failure(LiveEnvironment environment, ComposeException cause) {
        boolean interrupted = Thread.interrupted();
        Snapshot snapshot;
        try {
            snapshot = environment.snapshot();
        } catch (ComposeException e) {
            snapshot = new Snapshot(environment.name(), List.of());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        StringBuilder message =
                new StringBuilder("environment " + environment.name() + " did not come up: " + cause.getMessage());
        for (Snapshot.Entry entry : snapshot.containers()) {
            String name = entry.container().name();
            if (!isUp(entry.container()) && !message.toString().contains("container " + name)) {
                message.append("\n")
                        .append(name)
                        .append(": ")
                        .append(entry.container().status());
                message.append(entry.details());
            }
        }
        return new EnvironmentException(message.toString(), snapshot, cause);
    }

    private void guard(LiveEnvironment environment) {
        Thread hook = new Thread(environment::close, "jcompose-shutdown");
        open.put(environment, hook);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(LiveEnvironment environment, EnvironmentOptions options) {
        Thread hook = open.remove(environment);
        if (hook != null && !Thread.currentThread().equals(hook)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is about to end; the hook finds it closed.
            }
        }
        if (options.reuse()) {
            return;
        }
        DownOptions down = DownOptions.builder()
                .volumes(options.removeVolumes())
                .removeOrphans(options.randomName())
                .timeout(options.closeTimeout())
                .build();
        boolean interrupted = Thread.interrupted();
        try {
            compose.down(environment.project(), down);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Closes what is open and was to be cleaned up. */
    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(LiveEnvironment::close);
    }
}
