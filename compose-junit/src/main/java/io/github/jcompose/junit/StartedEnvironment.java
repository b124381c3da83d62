package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.Environment;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** An environment that JUnit's store closes after the last test that shares it: nothing of it stays on the engine. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes this kind only.
record StartedEnvironment(Compose compose, Environment environment) implements Store.CloseableResource, AutoCloseable {
    static StartedEnvironment start(Settings settings) {
        Compose compose = Compose.connect();
        try {
            return new StartedEnvironment(compose, compose.open(settings.project(), settings.options()));
        } catch (ComposeException e) {
            compose.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (compose) {
            environment.close();
        }
    }
}
