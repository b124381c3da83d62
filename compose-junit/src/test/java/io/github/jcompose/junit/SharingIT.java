package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.ProjectInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes of its own and looks at what they did. */
@EnabledIfEngineAvailable
class SharingIT {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static Project project(String command) {
        return Project.builder()
                .name("sharing")
                .services(Map.of(
                        "app",
                        Service.builder()
                                .image("busybox:1.36")
                                .command(List.of("sh", "-c", command))
                                .networkMode("none")
                                .init(true)
                                .build()))
                .build();
    }

    private static ComposeExtension idle(Sharing sharing) {
        return ComposeExtension.builder()
                .project(() -> project("echo at work; sleep 600"))
                .sharing(sharing)
                .build();
    }

    private static EngineExecutionResults run(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Arrays.stream(classes)
                        .map(c -> selectClass(c))
                        .toArray(s -> new org.junit.platform.engine.discovery.ClassSelector[s]))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .execute();
    }

    private static List<String> leftOfSeen() {
        try (Compose compose = Compose.connect()) {
            return compose.projects(true).stream()
                    .map(ProjectInfo::name)
                    .filter(SEEN::contains)
                    .toList();
        }
    }

    static class EachTest {
        @RegisterExtension
        static final ComposeExtension APP = idle(Sharing.TEST);

        @Test
        void one(Environment environment) {
            SEEN.add(environment.name());
        }

        @Test
        void two(Environment environment) {
            SEEN.add(environment.name());
        }
    }

    @Test
    void eachTestHasItsOwn() {
        run(EachTest.class).testEvents().assertStatistics(s -> s.succeeded(2));
        assertThat(SEEN).hasSize(2);
        assertThat(leftOfSeen()).isEmpty();
    }

    static class OfTheRun {
        static final ComposeExtension APP = idle(Sharing.RUN);
    }

    static class First {
        @RegisterExtension
        static final ComposeExtension APP = OfTheRun.APP;

        @Test
        void one(Environment environment) {
            SEEN.add(environment.name());
        }
    }

    static class Second {
        @RegisterExtension
        static final ComposeExtension APP = OfTheRun.APP;

        @Test
        void one(Environment environment) {
            SEEN.add(environment.name());
        }
    }

    @Test
    void allTestsOfTheRunShareOne() {
        run(First.class, Second.class).testEvents().assertStatistics(s -> s.succeeded(2));
        assertThat(SEEN).hasSize(1);
        assertThat(leftOfSeen()).isEmpty();
    }

    static class Failing {
        @RegisterExtension
        static final ComposeExtension APP = ComposeExtension.builder()
                .project(() -> project("echo at work; sleep 600"))
                .saveFailuresIn("target/failures")
                .build();

        @Test
        void fails() {
            Assertions.fail("wrong");
        }
    }

    @Test
    void aFailureTellsStatesAndLogs() throws Exception {
        Throwable failure = failure(run(Failing.class));
        assertThat(failure).hasMessage("wrong");
        assertThat(failure.getSuppressed()[0].getMessage())
                .startsWith("When it failed: project sharing-")
                .contains("app (sharing-", "state: running", "at work", "all logs are in");
        Path folder = Path.of("target/failures", Failing.class.getName(), "fails");
        assertThat(Files.readString(folder.resolve("app.log"))).contains("app-1 at work");
        assertThat(Files.readString(folder.resolve("containers.txt"))).contains("state: running");
    }

    private static Throwable failure(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .findFirst()
                .flatMap(event -> event.getPayload(org.junit.platform.engine.TestExecutionResult.class))
                .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
                .orElseThrow();
    }

    static class NotComingUp {
        @RegisterExtension
        static final ComposeExtension APP = ComposeExtension.builder()
                .project(() -> project("echo no such table: users; exit 4"))
                .build();

        @Test
        void never() {}
    }

    @Test
    void anEnvironmentThatDoesNotComeUpSaysWhy() {
        assertThat(failure(run(NotComingUp.class)))
                .hasMessageContaining("app-1 exited (4)")
                .hasMessageContaining("no such table: users");
    }
}
