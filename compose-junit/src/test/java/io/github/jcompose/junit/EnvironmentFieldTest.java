package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.jcompose.runtime.Environment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What is said of fields that cannot be; nothing is started. */
class EnvironmentFieldTest {
    private static String failure(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow()
                .getMessage();
    }

    static class OfAnotherType {
        @ComposeEnvironment
        static String shop = "";

        @Test
        void never() {}
    }

    @Test
    void aFieldHoldsAnEnvironment() {
        assertThat(failure(OfAnotherType.class))
                .isEqualTo("@ComposeEnvironment field OfAnotherType.shop has type java.lang.String; it must be"
                        + " io.github.jcompose.runtime.Environment");
    }

    static class Final {
        @ComposeEnvironment
        final Environment shop = null;

        @Test
        void never() {}
    }

    @Test
    void aFieldIsNotFinal() {
        assertThat(failure(Final.class))
                .isEqualTo("@ComposeEnvironment field Final.shop must not be final: it is set once the environment"
                        + " runs");
    }

    static class StaticOfEach {
        @ComposeEnvironment(sharing = Sharing.TEST)
        static Environment shop;

        @Test
        void never() {}
    }

    @Test
    void aStaticFieldIsNotOfATest() {
        assertThat(failure(StaticOfEach.class))
                .isEqualTo("@ComposeEnvironment field StaticOfEach.shop is static and cannot hold an environment"
                        + " for each test; make it an instance field");
    }

    @ExtendWith(ComposeExtension.class)
    static class Ambiguous {
        @ComposeEnvironment(files = "absent.yaml")
        private Environment one;

        @ComposeEnvironment(files = "absent.yaml")
        private Environment two;

        @BeforeAll
        static void which(Environment environment) {}

        @Test
        void never() {}
    }

    @Test
    void aParameterDoesNotChooseAmongFields() {
        assertThat(failure(Ambiguous.class))
                .contains("the parameter may mean any of 2 environments; use the fields Ambiguous.one, Ambiguous.two");
    }
}
