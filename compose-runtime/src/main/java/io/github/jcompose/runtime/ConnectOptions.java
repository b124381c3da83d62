package io.github.jcompose.runtime;

import io.github.jcompose.runtime.event.ComposeListener;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Compose#connect(ConnectOptions)} finds the engine, and who hears of what is done.
 *
 * @param environment the variables to read {@code DOCKER_HOST} and the like from; the process's by default
 * @param host the engine's address, such as {@code unix:///var/run/docker.sock}; null: as the environment and the context say
 * @param context the name of a docker context; null: as the environment says
 * @param tls how to speak TLS with an engine over TCP; null: as the environment says
 * @param parallel how many operations run at once on the engine; 0 for the default
 * @param timeLimit for each wait for the engine, which then fails with {@link
 *     io.github.jcompose.runtime.error.EngineTimeoutException}; what may take any time, such as stopping, pulling or
 *     following, is waited for as long as the engine answers a ping within it; zero for none; null for two minutes
 * @param listener hears the events of every operation
 * @param logins logins by registry ({@code ghcr.io}, {@code docker.io}, {@code host:5000}), before all others; like those
 *     of {@code DOCKER_AUTH_CONFIG}, they are told to the programs that compose starts
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record ConnectOptions(
        Map<String, String> environment,
        @Nullable String host,
        @Nullable String context,
        @Nullable TlsOptions tls,
        int parallel,
        @Nullable Duration timeLimit,
        ComposeListener listener,
        Map<String, RegistryLogin> logins) {

    public ConnectOptions {
        environment = environment == null ? System.getenv() : Defaults.map(environment);
        listener = listener == null ? ComposeListener.none() : listener;
        logins = Defaults.map(logins);
        if (timeLimit != null && timeLimit.isNegative()) {
            throw new IllegalArgumentException("timeLimit is negative: " + timeLimit);
        }
    }

    /** {@return a builder with the defaults} */
    public static ConnectOptionsBuilder builder() {
        return ConnectOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static ConnectOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public ConnectOptionsBuilder toBuilder() {
        return ConnectOptionsBuilder.builder(this);
    }
}
