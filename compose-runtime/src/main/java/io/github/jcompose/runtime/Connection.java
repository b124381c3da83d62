package io.github.jcompose.runtime;

import io.github.jcompose.runtime.build.ProjectBuilds;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.auth.RegistryCredentials;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine, the threads that use it, and who hears of it. */
record Connection(Engine engine, Workers workers, Events events, Map<String, String> environment, Clock clock)
        implements AutoCloseable {

    static Connection open(ConnectOptions options) {
        Engine engine = Engines.connect(
                HostOptions.of(options.environment()).host(options.host()).context(options.context()));
        try {
            engine.info();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return new Connection(
                engine,
                new Workers(options.parallel()),
                new Events(options.listener()),
                options.environment(),
                Clock.systemUTC());
    }

    /** {@return the value of {@code X-Registry-Auth} for an image; null for none} */
    @Nullable
    String credentials(String image) {
        return RegistryCredentials.read(environment).header(image).orElse(null);
    }

    /** {@return what builds images here} */
    ProjectBuilds builds() {
        return new ProjectBuilds(engine, workers, events, this::credentials);
    }

    @Override
    public void close() {
        engine.close();
        workers.close();
    }
}
