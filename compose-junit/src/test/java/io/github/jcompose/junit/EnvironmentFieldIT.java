package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.ProjectInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes with environments in fields, and looks at what those held. */
@EnabledIfEngineAvailable
class EnvironmentFieldIT {
    private static final String IDLE = "src/test/resources/idle/compose.yaml";
    private static final List<String> OF_CLASS = Collections.synchronizedList(new ArrayList<>());
    private static final List<String> OF_TEST = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forget() {
        OF_CLASS.clear();
        OF_TEST.clear();
    }

    private static EngineExecutionResults run(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute();
    }

    private static String failure(EngineExecutionResults results) {
        Throwable failure = results.allEvents().failed().stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow();
        return failure.getMessage() + (failure.getSuppressed().length == 0 ? "" : failure.getSuppressed()[0]);
    }

    private static List<String> left() {
        try (Compose compose = Compose.connect()) {
            return compose.projects(true).stream()
                    .map(ProjectInfo::name)
                    .filter(name -> OF_CLASS.contains(name) || OF_TEST.contains(name))
                    .toList();
        }
    }

    static class Both {
        @ComposeEnvironment(files = IDLE)
        static Environment shared;

        @ComposeEnvironment(files = IDLE)
        private Environment own;

        @BeforeAll
        static void isThereBeforeAll() {
            OF_CLASS.add(shared.name());
        }

        @BeforeEach
        void isThereBeforeEach() {
            OF_TEST.add(own.name());
        }

        @Test
        void one() {
            OF_CLASS.add(shared.name());
        }

        @Test
        void two() {
            OF_CLASS.add(shared.name());
        }

        @Nested
        class Inside {
            @Test
            void three() {
                OF_CLASS.add(shared.name());
                assertThat(own.service("app").state()).isEqualTo("running");
            }
        }
    }

    @Test
    void staticFieldsAreOfTheClassAndInstanceFieldsOfTheTest() {
        EngineExecutionResults results = run(Both.class);
        results.testEvents().assertStatistics(s -> s.succeeded(3));
        assertThat(OF_CLASS).hasSize(4).containsOnly(OF_CLASS.get(0));
        assertThat(OF_TEST).hasSize(3).doesNotHaveDuplicates().doesNotContain(OF_CLASS.get(0));
        assertThat(left()).isEmpty();
    }

    static class WithParameters {
        @ComposeEnvironment(files = IDLE)
        static Environment only;

        @Test
        void meansTheOnlyField(Environment environment) {
            assertThat(environment).isSameAs(only);
            Assertions.fail("wrong");
        }
    }

    @Test
    void parametersMeanTheOnlyFieldAndAFailureTellsOfIt() {
        assertThat(failure(run(WithParameters.class))).startsWith("wrong").contains("When it failed", "at work");
    }

    static class BuiltForEach {
        @RegisterExtension
        final ComposeExtension app = ComposeExtension.builder().files(IDLE).build();

        @Test
        void one() {
            OF_TEST.add(app.environment().name());
        }

        @Test
        void two() {
            OF_TEST.add(app.environment().name());
        }
    }

    @Test
    void anExtensionInAnInstanceFieldIsOfTheTest() {
        List<Event> finished =
                run(BuiltForEach.class).testEvents().succeeded().stream().toList();
        assertThat(finished).hasSize(2);
        assertThat(OF_TEST).hasSize(2).doesNotHaveDuplicates();
        assertThat(left()).isEmpty();
    }
}
