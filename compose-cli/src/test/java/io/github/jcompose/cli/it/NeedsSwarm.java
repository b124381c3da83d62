package io.github.jcompose.cli.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests that need a swarm; they may ask for a {@link TestSwarm}. It is made of the engines that
 * {@code JCOMPOSE_SWARM_ENGINES} names, which {@code scripts/test} starts, and left in the end. Without them the tests
 * are skipped, and fail where {@code CI} is true. They mostly wait for the swarm, so they run beside each other, each
 * with a stack of its own; but beside those that take the machines for themselves, none does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("swarm")
@ExtendWith(NeedsSwarm.Setup.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = NeedsSwarm.MACHINES, mode = ResourceAccessMode.READ)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@interface NeedsSwarm {
    /** Names the machines of the swarm in locks: who changes what they do must be alone. */
    String MACHINES = "machines of the swarm";

    /** Makes the swarm once for all tests. */
    final class Setup implements BeforeAllCallback, ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Setup.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            String engines =
                    System.getenv().getOrDefault("JCOMPOSE_SWARM_ENGINES", "").strip();
            if (engines.isEmpty()) {
                String message = "JCOMPOSE_SWARM_ENGINES names no engines for a swarm; scripts/test starts some";
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    Assertions.fail(message);
                }
                Assumptions.abort(message);
            }
            swarm(context);
        }

        private static TestSwarm swarm(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(
                            TestSwarm.class,
                            key -> TestSwarm.of(System.getenv("JCOMPOSE_SWARM_ENGINES")
                                    .strip()
                                    .split("\\s+")),
                            TestSwarm.class);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestSwarm.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return swarm(context);
        }
    }
}
