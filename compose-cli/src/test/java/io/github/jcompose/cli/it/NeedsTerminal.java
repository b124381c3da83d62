package io.github.jcompose.cli.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks tests that need a terminal (tmux): without one they are skipped, and fail where {@code CI} is true. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTerminal.Check.class)
@interface NeedsTerminal {
    /** Looks for tmux. */
    final class Check implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            if (!Screen.isAvailable()) {
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    Assertions.fail("needs tmux");
                }
                Assumptions.abort("no tmux");
            }
        }
    }
}
