package io.github.jcompose.runtime.engine.host;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the engine to use.
 *
 * @param environment the variables, such as {@code DOCKER_HOST}, {@code HOME} and {@code XDG_RUNTIME_DIR}
 * @param host such as {@code tcp://build:2376}; null if the user named none
 * @param context the name of a docker context; null if the user named none
 * @param tls the files for TLS; null to go by the variables
 * @param connectLimit to open a connection
 * @param timeLimit for each wait in an ordinary request; what may take any time is waited for as long as the engine
 *     answers a ping within it; zero for none
 */
public record HostOptions(
        Map<String, String> environment,
        @Nullable String host,
        @Nullable String context,
        @Nullable TlsFiles tls,
        Duration connectLimit,
        Duration timeLimit) {

    /** {@return options that go by the variables alone, with the usual limits} */
    public static HostOptions of(Map<String, String> environment) {
        return new HostOptions(environment, null, null, null, Duration.ofSeconds(30), Duration.ofMinutes(2));
    }

    /** {@return the same, for that host; as the variables say if null} */
    public HostOptions host(@Nullable String uri) {
        return new HostOptions(environment, uri, context, tls, connectLimit, timeLimit);
    }

    /** {@return the same, for that docker context; as the variables say if null} */
    public HostOptions context(@Nullable String name) {
        return new HostOptions(environment, host, name, tls, connectLimit, timeLimit);
    }

    /** {@return the same, with these files for TLS; as the variables say if null} */
    public HostOptions tls(@Nullable TlsFiles files) {
        return new HostOptions(environment, host, context, files, connectLimit, timeLimit);
    }

    /** {@return the same, with that limit for each wait in an ordinary request, and opening a connection takes no longer} */
    public HostOptions timeLimit(Duration limit) {
        boolean shorter = !limit.isZero() && limit.compareTo(connectLimit) < 0;
        return new HostOptions(environment, host, context, tls, shorter ? limit : connectLimit, limit);
    }

    /** {@return the variable; empty if it is not set} */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
