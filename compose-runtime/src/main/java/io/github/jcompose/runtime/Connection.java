package io.github.jcompose.runtime;

import io.github.jcompose.runtime.build.ProjectBuilds;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineInfo;
import io.github.jcompose.runtime.engine.EngineVersion;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.auth.RegistryCredentials;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.DockerConfig;
import io.github.jcompose.runtime.engine.host.EngineHost;
import io.github.jcompose.runtime.engine.host.HostOptions;
import io.github.jcompose.runtime.engine.host.HostResolver;
import io.github.jcompose.runtime.engine.host.ProxyVariables;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine, the threads that use it, and who hears of it. */
record Connection(Engine engine, Workers workers, Events events, Map<String, String> environment, Clock clock)
        implements AutoCloseable {

    static Connection open(ConnectOptions options) {
        Map<String, String> environment = GivenLogins.in(options.environment(), options.logins());
        HostOptions address = HostOptions.of(options.environment())
                .host(options.host())
                .context(options.context())
                .tls(options.tls() == null ? null : options.tls().files(options.environment()));
        if (options.timeLimit() != null) {
            address = address.timeLimit(options.timeLimit());
        }
        EngineHost host = new HostResolver().resolve(address);
        Events events = new Events(options.listener());
        if (host.isOpen()) {
            events.warn("the engine at " + host.uri() + " (" + host.origin()
                    + ") is spoken to without TLS: whoever can reach that port or read along owns its machine;"
                    + " use ssh://, or tcp:// with DOCKER_TLS_VERIFY=1");
        }
        Engine engine = Engines.connect(host, address);
        try {
            engine.info();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return new Connection(engine, new Workers(options.parallel()), events, environment, Clock.systemUTC());
    }

    /** {@return a connection to an engine that begins with what this one holds, and only pretends} */
    Connection pretending(String projectName) {
        Filters filters = Filters.label(Labels.PROJECT, projectName.toLowerCase(Locale.ROOT));
        return new Connection(RecordingEngine.over(engine, filters), new Workers(0), events, environment, clock);
    }

    /** {@return the value of {@code X-Registry-Auth} for an image; null for none} */
    @Nullable
    String credentials(String image) {
        return RegistryCredentials.read(environment).header(image).orElse(null);
    }

    /** {@return the proxy variables that containers and builds get} */
    Map<String, String> proxies() {
        return ProxyVariables.of(DockerConfig.read(environment), engine.info().host());
    }

    /** {@return what builds images here} */
    ProjectBuilds builds() {
        RegistryCredentials credentials = RegistryCredentials.read(environment);
        return new ProjectBuilds(engine, workers, events, credentials::find, environment);
    }

    EngineDescription describe() {
        EngineInfo info = engine.info();
        EngineVersion version = engine.version();
        String name = version.raw().object("Platform").string("Name");
        return new EngineDescription(
                name.isEmpty() ? "Docker Engine" : name,
                version.version(),
                info.apiVersion().toString(),
                version.os() + "/" + version.architecture(),
                info.host().toString());
    }

    @Override
    public void close() {
        engine.close();
        workers.close();
    }
}
