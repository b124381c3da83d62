package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** Many projects at once in one process, and what they leave in it. */
@RequiresEngine
@Timeout(300)
@Isolated("it counts the threads and sockets of the whole process")
class ConcurrencyIT {
    private static Project project(String name) {
        Service web = Service.builder()
                .image(EngineScope.BUSYBOX)
                .command(List.of("sleep", "600"))
                .networkMode("none")
                .stopGracePeriod(Duration.ZERO)
                .build();
        return Project.builder().name(name).services(Map.of("web", web)).build();
    }

    @Test
    void twentyProjectsDoNotKnowOfEachOther(EngineScope scope) throws InterruptedException {
        scope.pull(EngineScope.BUSYBOX);
        List<String> found = Collections.synchronizedList(new ArrayList<>());
        List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        try (Compose compose = Compose.connect()) {
            for (int i = 0; i < 20; i++) {
                Project project = project(scope.project("c" + i));
                threads.add(new Thread(() -> {
                    try (Environment environment = compose.up(project, UpOptions.defaults())) {
                        environment.containers().forEach(container -> found.add(container.name()));
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(found).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLeftAfterAClose(EngineScope scope) throws Exception {
        scope.pull(EngineScope.BUSYBOX);
        use(scope.project("warm"));
        Set<String> threads = threads();
        long sockets = sockets();
        for (int i = 0; i < 3; i++) {
            use(scope.project("l" + i));
        }
        // An ended thread may take a moment to be gone.
        for (int i = 0; i < 100 && !threads.containsAll(threads()); i++) {
            Thread.sleep(20);
        }
        assertThat(threads()).isSubsetOf(threads);
        assertThat(sockets()).isLessThanOrEqualTo(sockets);
    }

    private static void use(String name) throws InterruptedException {
        Project project = project(name);
        Compose compose = Compose.connect();
        Thread follower = new Thread(() -> {
            try {
                compose.logs(project, LogsOptions.builder().follow(true).build(), line -> {});
            } catch (RuntimeException e) {
                // Closed in the middle.
            }
        });
        try {
            compose.up(project, UpOptions.builder().awaitHealthy(true).build());
            follower.start();
            compose.upAttached(project, UpOptions.defaults(), AttachOptions.defaults(), line -> {})
                    .close();
            compose.down(project, DownOptions.builder().timeout(Duration.ZERO).build());
        } finally {
            compose.close();
            follower.join();
        }
    }

    /** The threads of a connection, not of the JVM, which has about a dozen. */
    @Test
    void followsManyContainersByAFewThreads(EngineScope scope) throws InterruptedException {
        scope.pull(EngineScope.BUSYBOX);
        int containers = 40;
        Service writer = Service.builder()
                .image(EngineScope.BUSYBOX)
                .command(List.of("sh", "-c", "echo up; exec sleep 600"))
                .networkMode("none")
                .init(true)
                .stopGracePeriod(Duration.ZERO)
                .scale(containers)
                .build();
        Project project = Project.builder()
                .name(scope.project("f"))
                .services(Map.of("writer", writer))
                .build();
        CountDownLatch attached = new CountDownLatch(containers);
        CountDownLatch logged = new CountDownLatch(containers);
        AtomicInteger most = new AtomicInteger();
        LogSink sink = line -> {
            most.accumulateAndGet(threads().size(), Math::max);
            attached.countDown();
        };
        try (Compose compose = Compose.connect();
                AttachedUp up = compose.upAttached(project, UpOptions.defaults(), AttachOptions.defaults(), sink)) {
            Thread foreground = new Thread(up::await);
            foreground.start();
            assertThat(attached.await(120, TimeUnit.SECONDS)).isTrue();
            assertThat(most).hasValueLessThan(19);
            Thread follower = new Thread(() -> {
                try {
                    compose.logs(project, LogsOptions.builder().follow(true).build(), line -> logged.countDown());
                } catch (EngineInterruptedException e) {
                    // Interrupted in the end.
                }
            });
            follower.start();
            assertThat(logged.await(120, TimeUnit.SECONDS)).isTrue();
            assertThat(threads()).hasSizeLessThan(30);
            follower.interrupt();
            follower.join();
            up.detach();
            foreground.join();
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("jcompose"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long sockets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(ConcurrencyIT::isSocketOrPipe).count();
        }
    }

    private static boolean isSocketOrPipe(Path file) {
        try {
            String target = Files.readSymbolicLink(file).toString();
            return target.startsWith("socket:") || target.startsWith("pipe:");
        } catch (IOException e) {
            return false; // Closed meanwhile.
        }
    }
}
