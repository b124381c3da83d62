package io.github.jcompose.cli.it;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Compose;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks tests that need an engine: without one they are skipped, and fail where {@code CI} is true. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEngine.Check.class)
@interface NeedsEngine {
    /** Looks for the engine. */
    final class Check implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            try (Compose compose = Compose.connect()) {
                compose.projects(false);
            } catch (ComposeException e) {
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    throw e;
                }
                Assumptions.abort("no engine: " + e.getMessage());
            }
        }
    }
}
